//! THE instruction table. One row an instruction: what it does in plain words, its name, what its argument
//! means, what it takes off the value stack and what it leaves there. Everything that must know instructions
//! is made from it: `Op` and its questions (`isa`), numbers (`dialect`), dispatch (`vm`), `dis`, the explain pane.
//!
//! A row reads
//!
//! ```text
//! /// Summary in one line.
//! ///
//! /// What it raises, why it exists.
//! Variant CPYTHON_NAME ArgumentKind [operands popped] => [operands pushed];
//! ```
//!
//! Operands stand bottom first, the top of the stack last. After an operand may stand how many there are:
//!
//! | form | meaning |
//! |---|---|
//! | `value` | one |
//! | `arg[oparg]` | as many as the argument says: `arg 1`, `arg 2`, ... |
//! | `item[oparg down]` | the same, the first one on top |
//! | `(key, value)[oparg]` | pairs: `key 1`, `value 1`, `key 2`, ... |
//! | `between[oparg - 1]`, `before[oparg & 0xFF]`, `after[oparg >> 8]` | a number worked out from the argument |
//! | `null[if oparg & 1]`, `value[unless oparg & 1]`, `step[if oparg == 3]` | one, or none |
//!
//! Names that begin both lists stay where they are: the instruction looks at them or changes them in place.
//! After the lists may stand:
//!
//! | clause | meaning |
//! |---|---|
//! | `jump [..]` | what it pushes if it jumps, where that is something else |
//! | `jump past EndFor [..]` | the same, and the instruction at the target is skipped too |
//! | `counted n` | CPython's own figure for the stack effect, where it is not what the operands say |
//! | `: always` | it always jumps |
//! | `: exits` | it leaves the function, by returning or raising |
//!
//! Where two Python versions use one name for instructions whose operands differ, there will be two rows with
//! that name, and each dialect numbers its own. This file is a data table and exempt from the length law.

macro_rules! for_each_instruction {
    ($make:path) => {
        $make! {
            Stack "Moving values on the stack" {
                /// Throw away the value on top of the stack.
                ///
                /// Every expression leaves its value there; where nobody wants it (a call made for its effect, say),
                /// this takes it off again.
                PopTop POP_TOP None [value] => [];

                /// Push NULL, an empty slot that is no Python value.
                ///
                /// A call expects two slots below its arguments: for a method they hold the function and the object it is
                /// called on. In a plain call there is no such object, and NULL says so.
                PushNull PUSH_NULL None [] => [null];

                /// Push once more the value that lies at the given depth; depth 1 is the top.
                ///
                /// The value itself is not duplicated: both slots hold the same object.
                Copy COPY Depth [bottom, between[oparg - 1]] => [bottom, between[oparg - 1], top];

                /// Exchange the top of the stack with the value at the given depth.
                ///
                /// `a, b = b, a` is compiled into two loads, a swap and two stores: no tuple is built.
                Swap SWAP Depth [bottom, between[oparg - 2], top] => [top, between[oparg - 2], bottom];
            }

            Locals "Constants and local variables" {
                /// Push a constant of the code object.
                ///
                /// The argument is its place in `co_consts`: numbers, strings, tuples of constants, the code of inner functions.
                LoadConst LOAD_CONST Const [] => [value];

                /// Push the value of a local variable.
                ///
                /// The compiler uses this where it can prove that the variable has a value, so nothing is checked.
                /// A local is a numbered slot of the frame; no dictionary is searched.
                LoadFast LOAD_FAST Local [] => [value];

                /// Push the value of a local variable, after checking that it has one.
                ///
                /// Raises UnboundLocalError when it has none yet, or none any more after `del`.
                LoadFastCheck LOAD_FAST_CHECK Local [] => [value];

                /// Push the value of a local variable, or NULL if it has none, and leave it empty.
                ///
                /// An inlined comprehension saves a variable of the same name this way and puts it back at its end.
                LoadFastAndClear LOAD_FAST_AND_CLEAR Local [] => [value_or_null];

                /// Pop a value and make it the value of a local variable.
                StoreFast STORE_FAST Local [value] => [];

                /// Make a local variable empty: `del name` in a function.
                ///
                /// Raises UnboundLocalError when it has no value.
                DeleteFast DELETE_FAST Local [] => [];
            }

            Names "Global names, and names of modules and classes" {
                /// Push the value of a name: from this frame's namespace, else the globals, else the builtins.
                ///
                /// Modules and class bodies use it, since their names live in dictionaries. Raises NameError when none has it.
                LoadName LOAD_NAME Name [] => [value];

                /// Pop a value and bind it to a name in the namespace of this frame.
                ///
                /// At module level this is what `name = value`, `def` and `import` end with.
                StoreName STORE_NAME Name [value] => [];

                /// Remove a name from the namespace of this frame.
                ///
                /// Raises NameError when it is not there.
                DeleteName DELETE_NAME Name [] => [];

                /// Push the value of a global name: from the module's globals, else the builtins.
                ///
                /// If the low bit of the argument is set, a NULL goes below it: the name is about to be called, and the call
                /// wants to know that there is no object it is a method of. Raises NameError when the name is in neither.
                LoadGlobal LOAD_GLOBAL Global [] => [null[if oparg & 1], value];

                /// Pop a value and bind it to a name in the module's globals.
                ///
                /// Functions use it for names declared `global`.
                StoreGlobal STORE_GLOBAL Name [value] => [];

                /// Remove a name from the module's globals.
                ///
                /// Raises NameError when it is not there.
                DeleteGlobal DELETE_GLOBAL Name [] => [];

                /// Push the namespace of this frame: the dictionary that a class body fills.
                ///
                /// Raises SystemError when the frame has none.
                LoadLocals LOAD_LOCALS None [] => [namespace];

                /// Pop a namespace and push the value of a name: from there, else the globals, else the builtins.
                ///
                /// Annotation scopes inside a class (type parameters, `type` statements) see the class's names this way.
                /// Raises NameError when none has it.
                LoadFromDictOrGlobals LOAD_FROM_DICT_OR_GLOBALS Name [namespace] => [value];
            }

            Cells "Variables shared between functions" {
                /// Put a new cell in a slot of the frame, holding the value that was there.
                ///
                /// A cell is a box around one variable. Inner functions get the box, so that they see every later change.
                MakeCell MAKE_CELL Free [] => [];

                /// Push a cell itself, not what is in it.
                ///
                /// The cells go into a tuple that becomes the closure of an inner function.
                LoadClosure LOAD_CLOSURE Free [] => [cell];

                /// Push the value in a cell.
                ///
                /// Raises NameError for a variable of an outer function, UnboundLocalError for one of this function, when it is empty.
                LoadDeref LOAD_DEREF Free [] => [value];

                /// Pop a value and put it in a cell.
                StoreDeref STORE_DEREF Free [value] => [];

                /// Empty a cell: `del` of a variable that inner functions use.
                ///
                /// Raises NameError or UnboundLocalError when it is empty already.
                DeleteDeref DELETE_DEREF Free [] => [];

                /// Copy the cells of the function's closure into the frame.
                ///
                /// The first instruction of a function with free variables; the argument is how many there are.
                CopyFreeVars COPY_FREE_VARS Count [] => [];

                /// Pop a namespace and push the value of a name: from there, else from the cell.
                ///
                /// A class body inside a function reads an outer variable this way, since it may have a name of its own
                /// that hides it. Raises NameError when both are without.
                LoadFromDictOrDeref LOAD_FROM_DICT_OR_DEREF Free [namespace] => [value];
            }

            Operators "Operators and comparisons" {
                /// `-value`.
                ///
                /// Calls `__neg__`; raises TypeError when the type has none.
                UnaryNegative UNARY_NEGATIVE None [value] => [result];

                /// `not value`: push True if the value counts as false, else False.
                ///
                /// May call `__bool__` or `__len__`, and raises what they raise.
                UnaryNot UNARY_NOT None [value] => [result];

                /// `~value`: all bits inverted.
                ///
                /// Calls `__invert__`; raises TypeError when the type has none.
                UnaryInvert UNARY_INVERT None [value] => [result];

                /// Pop two values and push the result of an operator such as `+`; the argument says which.
                ///
                /// Asks the left value's type first (`__add__`), then the right one's (`__radd__`); with `+=` and its like,
                /// `__iadd__` before both. Raises TypeError when no one answers.
                BinaryOp BINARY_OP Binary [left, right] => [result];

                /// Pop two values and push the result of comparing them; the argument says how.
                ///
                /// The result is mostly a bool, but `__lt__` and its like may answer with any object. Raises TypeError when the
                /// values have no order; `==` and `!=` always have an answer.
                CompareOp COMPARE_OP Compare [left, right] => [result];

                /// `left is right`, or `is not` if the argument is 1: are the two one and the same object?
                ///
                /// Compares identities and never calls Python code.
                IsOp IS_OP Invert [left, right] => [result];

                /// `left in right`, or `not in` if the argument is 1.
                ///
                /// Asks the right value: its `__contains__`, or else what comes out when it is iterated. Raises TypeError when it
                /// has neither.
                ContainsOp CONTAINS_OP Invert [left, right] => [result];

                /// Pop a value and push what an internal function of one operand makes of it; the argument says which.
                ///
                /// Rare operations share this instruction: unary `+`, printing a result at the prompt, `from m import *`, turning
                /// a list into a tuple, making type variables, turning StopIteration into RuntimeError in generators.
                CallIntrinsic1 CALL_INTRINSIC_1 Intrinsic1 [value] => [result];

                /// Pop two values and push what an internal function makes of them; the argument says which.
                ///
                /// Used to put together what `except*` left over, and for the parts of type parameters.
                CallIntrinsic2 CALL_INTRINSIC_2 Intrinsic2 [first, second] => [result];
            }

            Access "Items, slices and attributes" {
                /// `container[key]`.
                ///
                /// Calls `__getitem__`. Raises IndexError or KeyError when there is no such item, TypeError when the value has no items.
                BinarySubscr BINARY_SUBSCR None [container, key] => [item];

                /// `container[key] = value`.
                ///
                /// Calls `__setitem__`. Raises TypeError when the container cannot be changed.
                StoreSubscr STORE_SUBSCR None [value, container, key] => [];

                /// `del container[key]`.
                ///
                /// Calls `__delitem__`.
                DeleteSubscr DELETE_SUBSCR None [container, key] => [];

                /// `container[start:stop]`, without a step.
                ///
                /// Saves the BUILD_SLICE before BINARY_SUBSCR; a left-out bound is None.
                BinarySlice BINARY_SLICE None [container, start, stop] => [part];

                /// `container[start:stop] = value`, without a step.
                StoreSlice STORE_SLICE None [value, container, start, stop] => [];

                /// Push a slice object made of two or three values.
                ///
                /// `a[1:9:2]` asks for the item whose key is such an object.
                BuildSlice BUILD_SLICE Slice [start, stop, step[if oparg == 3]] => [slice];

                /// `owner.name`.
                ///
                /// If the low bit of the argument is set, the attribute is about to be called: then a method's function and its object
                /// are pushed (no bound method is made), or NULL and the attribute if it is no method.
                /// Raises AttributeError when there is none of that name.
                LoadAttr LOAD_ATTR Attr [owner] =>
                    [method_or_null[if oparg & 1], self_or_value[if oparg & 1], value[unless oparg & 1]];

                /// `owner.name = value`.
                ///
                /// Calls `__setattr__`. Raises AttributeError when the object does not take it.
                StoreAttr STORE_ATTR Name [value, owner] => [];

                /// `del owner.name`.
                ///
                /// Raises AttributeError when there is none of that name.
                DeleteAttr DELETE_ATTR Name [owner] => [];

                /// `super().name`: look an attribute up behind a class in the order of inheritance.
                ///
                /// Saves making the `super` object. The low bit of the argument asks for a method as LOAD_ATTR does; the second bit
                /// says that `super` was written with two arguments. Raises AttributeError when no base class has the name.
                LoadSuperAttr LOAD_SUPER_ATTR SuperAttr [super, class, self] =>
                    [method_or_null[if oparg & 1], self_or_value[if oparg & 1], value[unless oparg & 1]];
            }

            Build "Building strings, tuples, lists, sets and dicts" {
                /// Push a tuple of the topmost values.
                BuildTuple BUILD_TUPLE Count [item[oparg]] => [tuple];

                /// Push a list of the topmost values.
                BuildList BUILD_LIST Count [item[oparg]] => [list];

                /// Push a set of the topmost values.
                ///
                /// Raises TypeError when one of them cannot be hashed.
                BuildSet BUILD_SET Count [item[oparg]] => [set];

                /// Push a dict; the argument counts pairs, so twice as many values are popped.
                ///
                /// Raises TypeError when a key cannot be hashed.
                BuildMap BUILD_MAP Count [(key, value)[oparg]] => [dict];

                /// Push a dict whose keys stand in a constant tuple.
                BuildConstKeyMap BUILD_CONST_KEY_MAP Count [value[oparg], keys] => [dict];

                /// Push the topmost strings joined into one: the end of an f-string.
                BuildString BUILD_STRING Count [piece[oparg]] => [text];

                /// Pop a value and push its text, as `{value}` in an f-string asks.
                ///
                /// The low two bits of the argument are the conversion (1 `!s`, 2 `!r`, 3 `!a`); bit 2 says that a format lies on top.
                /// Raises what `__format__` raises.
                FormatValue FORMAT_VALUE Format [value, format[if oparg & 4]] => [text];

                /// Append the value on top to the list at the given depth.
                ///
                /// A list comprehension collects its items this way; the list stays where it is, below the loop's own values.
                ListAppend LIST_APPEND Depth [list, between[oparg - 1], item] => [list, between[oparg - 1]];

                /// Add the value on top to the set at the given depth.
                ///
                /// Raises TypeError when it cannot be hashed.
                SetAdd SET_ADD Depth [set, between[oparg - 1], item] => [set, between[oparg - 1]];

                /// Put the key and the value on top into the dict at the given depth.
                ///
                /// Raises TypeError when the key cannot be hashed.
                MapAdd MAP_ADD Depth [dict, between[oparg - 1], key, value] => [dict, between[oparg - 1]];

                /// Append all items of the iterable on top to the list at the given depth: `[*a, *b]`.
                ///
                /// A list of constants is made this way as well, from one constant tuple. Raises TypeError when the value is not iterable.
                ListExtend LIST_EXTEND Depth [list, between[oparg - 1], iterable] => [list, between[oparg - 1]];

                /// Add all items of the iterable on top to the set at the given depth.
                SetUpdate SET_UPDATE Depth [set, between[oparg - 1], iterable] => [set, between[oparg - 1]];

                /// Put all items of the mapping on top into the dict at the given depth: `{**a, **b}`.
                ///
                /// A later key wins. Raises TypeError when the value is not a mapping.
                DictUpdate DICT_UPDATE Depth [dict, between[oparg - 1], mapping] => [dict, between[oparg - 1]];

                /// The same for the keyword arguments of a call, `f(**a, **b)`: a key must not come twice.
                ///
                /// Raises TypeError when one does, or is not a string.
                DictMerge DICT_MERGE Depth [dict, between[oparg - 1], mapping] => [dict, between[oparg - 1]];
            }

            Unpack "Taking values apart" {
                /// Pop an iterable and push its items, the first on top.
                ///
                /// Raises ValueError unless there are exactly as many as the argument says, TypeError when the value is not iterable.
                UnpackSequence UNPACK_SEQUENCE Count [sequence] => [item[oparg down]];

                /// Pop an iterable and push its items where one target has a star: `first, *rest, last = values`.
                ///
                /// The low byte of the argument counts the targets before the star, the rest of it those after.
                /// Raises ValueError when there are too few items.
                UnpackEx UNPACK_EX UnpackEx [sequence] => [after[oparg >> 8 down], rest, before[oparg & 0xFF down]];
            }

            Jumps "Jumps and loops" {
                /// Jump forward, whatever the stack holds.
                JumpForward JUMP_FORWARD JumpForward [] => []: always;

                /// Jump backward: the end of a loop's body.
                ///
                /// Here the interpreter looks whether something else wants attention, such as Ctrl-C.
                JumpBackward JUMP_BACKWARD JumpBackward [] => []: always;

                /// Jump backward without looking for interrupts.
                ///
                /// Used while waiting in `yield from` and `await`: an interrupt belongs to the innermost generator.
                JumpBackwardNoInterrupt JUMP_BACKWARD_NO_INTERRUPT JumpBackward [] => []: always;

                /// Pop a value and jump if it counts as true.
                ///
                /// May call `__bool__` or `__len__`, and raises what they raise.
                PopJumpIfTrue POP_JUMP_IF_TRUE JumpForward [condition] => [];

                /// Pop a value and jump if it counts as false.
                ///
                /// An `if` goes to its `else` this way. May call `__bool__` or `__len__`, and raises what they raise.
                PopJumpIfFalse POP_JUMP_IF_FALSE JumpForward [condition] => [];

                /// Pop a value and jump if it is None.
                PopJumpIfNone POP_JUMP_IF_NONE JumpForward [value] => [];

                /// Pop a value and jump if it is anything but None.
                PopJumpIfNotNone POP_JUMP_IF_NOT_NONE JumpForward [value] => [];

                /// Pop a value and push an iterator over it, as `iter(value)` does.
                ///
                /// Every `for` begins with it. Raises TypeError when the value is not iterable.
                GetIter GET_ITER None [iterable] => [iterator];

                /// Push the next item of the iterator on top; at its end, pop the iterator and jump.
                ///
                /// The jump goes behind the END_FOR at its target: what that would pop is not on the stack. Exceptions other than
                /// StopIteration pass through.
                ForIter FOR_ITER JumpForward [iterator] => [iterator, item] jump past EndFor [];

                /// Pop two values: what a loop over a generator leaves behind at its end.
                ///
                /// FOR_ITER itself jumps past this instruction, so it is mostly seen and not run.
                EndFor END_FOR None [iterator, item] => [];
            }

            Calls "Functions and calls" {
                /// Call a function, class or other callable; the argument counts the arguments.
                ///
                /// Below the arguments lie two slots: NULL and the callable, or a method's function and the object it is called on,
                /// which then becomes the first argument. A Python function gets a new frame, and its result lands here when
                /// it returns. Raises TypeError when the value cannot be called or the arguments do not fit.
                Call CALL Count [method_or_null, callable_or_self, arg[oparg]] => [result];

                /// Remember the names of the keyword arguments for the CALL that follows.
                ///
                /// The argument is the place of a tuple of names in `co_consts`; they belong to the last arguments.
                KwNames KW_NAMES Const [] => [];

                /// Call with arguments that are gathered in a tuple and perhaps a dict: `f(*args, **kwargs)`.
                ///
                /// The low bit of the argument says whether the dict is there. Raises TypeError as CALL does.
                CallFunctionEx CALL_FUNCTION_EX CallEx [null, callable, args, kwargs[if oparg & 1]] => [result];

                /// Push a new function made from the code object on top.
                ///
                /// The argument's bits say what else lies below it: 1 default values, 2 defaults of keyword-only parameters,
                /// 4 annotations, 8 the closure. A `def` is nothing more than this and a store: its body is compiled, not run.
                MakeFunction MAKE_FUNCTION Function
                    [defaults[if oparg & 1], kwdefaults[if oparg & 2], annotations[if oparg & 4], closure[if oparg & 8], code]
                    => [function];

                /// Leave the function; the value on top becomes the result of the call.
                ///
                /// The frame disappears, and the caller finds the value on its own stack.
                ReturnValue RETURN_VALUE None [value] => []: exits;

                /// Leave the function with a constant as the result.
                ///
                /// Mostly seen as `return None` at the end of a body that has no `return`.
                ReturnConst RETURN_CONST Const [] => []: exits;
            }

            Classes "Classes" {
                /// Push the function that makes classes, `__build_class__` of the builtins.
                ///
                /// It is called with the class body as a function, the name and the bases. Raises NameError when someone removed it.
                LoadBuildClass LOAD_BUILD_CLASS None [] => [build_class];

                /// Make the dictionary `__annotations__` in this namespace unless it is there.
                ///
                /// Modules and class bodies that annotate a variable begin with it.
                SetupAnnotations SETUP_ANNOTATIONS None [] => [];
            }

            Imports "Imports" {
                /// Import the module of that name and push it.
                ///
                /// The level counts the leading dots; the list holds the names wanted from it. For `import a.b` the module pushed is
                /// `a`. Raises ImportError or ModuleNotFoundError, and whatever running the module raises.
                ImportName IMPORT_NAME Name [level, names] => [module];

                /// Push an attribute of the module on top, which stays: `from module import name`.
                ///
                /// Tries the submodule of that name if there is no such attribute. Raises ImportError when both are missing.
                ImportFrom IMPORT_FROM Name [module] => [module, value];
            }

            Exceptions "Raising and handling exceptions" {
                /// Raise an exception: again the one being handled (0), the one on top (1), or one with its cause (2).
                ///
                /// Raises RuntimeError when there is none to raise again, TypeError when the value is no exception.
                RaiseVarargs RAISE_VARARGS Raise [exception[if oparg & 3], cause[if oparg & 2]] => []: exits;

                /// Push AssertionError, whatever that name means to the program.
                LoadAssertionError LOAD_ASSERTION_ERROR None [] => [error_class];

                /// Begin a handler: put the exception handled until now below the new one, which is now the current one.
                ///
                /// Nothing like it runs when a `try` begins: since Python 3.11 a table in the code object says which handler
                /// is for which instructions, so a `try` without an exception costs nothing.
                PushExcInfo PUSH_EXC_INFO None [exception] => [previous, exception];

                /// Pop a class (or a tuple of classes) and push whether the exception below it is one of them.
                ///
                /// This is the test of `except ValueError`. Raises TypeError when the value is no exception class.
                CheckExcMatch CHECK_EXC_MATCH None [exception, classes] => [exception, matches];

                /// Split an exception group by class, for `except*`: push what is left and what matches (or None).
                ///
                /// Raises TypeError when the value is no exception class, or a class of groups.
                CheckEgMatch CHECK_EG_MATCH None [exception, classes] => [rest, match];

                /// End a handler: the exception that was being handled before is again the current one.
                PopExcept POP_EXCEPT None [previous] => [];

                /// Raise the exception on top again, with its traceback.
                ///
                /// If the argument is not 0, the stack holds at that depth the place where it was first raised: the traceback must
                /// name that place and not the handler's end.
                Reraise RERAISE Reraise [lasti[if oparg & 3], previous[if oparg & 2], exception] =>
                    [lasti[if oparg & 3], previous[if oparg & 2]]: exits;
            }

            With "with blocks" {
                /// Enter a `with` block: push the bound `__exit__` of the manager and what its `__enter__` returned.
                ///
                /// Raises TypeError when the manager lacks one of the two.
                BeforeWith BEFORE_WITH None [manager] => [exit, result];

                /// Enter an `async with` block: push the bound `__aexit__` and what `__aenter__` returned, to be awaited.
                BeforeAsyncWith BEFORE_ASYNC_WITH None [manager] => [exit, awaitable];

                /// Call the `__exit__` that lies below, with the exception that left the block.
                ///
                /// If the result counts as true, the exception is over.
                WithExceptStart WITH_EXCEPT_START None [exit, lasti, previous, exception] =>
                    [exit, lasti, previous, exception, result];
            }

            Generators "Generators and coroutines" {
                /// Make a generator (or coroutine) out of this frame and return it to the caller.
                ///
                /// The first instruction of every generator function: calling it runs nothing else. When the generator is
                /// resumed, the value sent in lies on the stack.
                ReturnGenerator RETURN_GENERATOR None [] => [];

                /// Hand a value to whoever resumed the generator, and sleep until resumed.
                ///
                /// Then the value sent in is on the stack. The argument counts the `try` and `with` blocks around it, so that
                /// closing can tell an easy case.
                YieldValue YIELD_VALUE Count [value] => [sent];

                /// Push an iterator for `yield from`: a generator or coroutine as it is, else as `iter(value)` does.
                ///
                /// Raises TypeError when the value is not iterable, or is a coroutine where none is allowed.
                GetYieldFromIter GET_YIELD_FROM_ITER None [iterable] => [iterator];

                /// Send the value on top into the generator below it, and push what comes out.
                ///
                /// When the generator has ended, its return value is pushed and the loop of `yield from` or `await` is left by a jump.
                Send SEND JumpForward [receiver, sent] => [receiver, yielded] jump [receiver, returned];

                /// Drop the generator below the result of a finished `yield from` or `await`.
                EndSend END_SEND None [receiver, value] => [value];

                /// Go on after an exception was thrown into a generator waiting in `yield from` or `await`.
                ///
                /// If it is StopIteration, its value is the result; any other is raised again.
                CleanupThrow CLEANUP_THROW None [receiver, last_sent, exception] => [none, value];

                /// Push the awaitable iterator that `await value` waits for.
                ///
                /// Raises TypeError when the value cannot be awaited; the argument says in which construct, for the message.
                GetAwaitable GET_AWAITABLE Awaitable [value] => [awaitable];

                /// Push the asynchronous iterator of a value, as `async for` asks.
                ///
                /// Raises TypeError when it has no `__aiter__`.
                GetAiter GET_AITER None [iterable] => [aiterator];

                /// Push what the `__anext__` of the asynchronous iterator returns, to be awaited.
                GetAnext GET_ANEXT None [aiterator] => [aiterator, awaitable];

                /// End an `async for` if the exception on top is StopAsyncIteration; raise any other again.
                EndAsyncFor END_ASYNC_FOR None [aiterator, exception] => [];
            }

            Patterns "Pattern matching" {
                /// Push the length of the value on top, which stays.
                GetLen GET_LEN None [subject] => [subject, length];

                /// Push whether the value on top is a mapping.
                MatchMapping MATCH_MAPPING None [subject] => [subject, matches];

                /// Push whether the value on top is a sequence; strings and bytes do not count.
                MatchSequence MATCH_SEQUENCE None [subject] => [subject, matches];

                /// Push a tuple of the subject's values for these keys, or None if one is missing.
                ///
                /// Raises ValueError when a key is given twice.
                MatchKeys MATCH_KEYS None [subject, keys] => [subject, keys, values_or_none];

                /// Push a tuple of attributes if the subject is an instance of the class, else None.
                ///
                /// The argument counts the positional sub-patterns, which `__match_args__` gives names to.
                /// Raises TypeError when there are too many of them.
                MatchClass MATCH_CLASS Count [subject, class, names] => [attributes_or_none];
            }

            Housekeeping "House-keeping" {
                /// Nothing for the program; the stack is unchanged.
                ///
                /// Marks where a function starts or goes on, so that the interpreter can look for interrupts and tracers can hook in.
                /// The argument says which: 0 start, 1 after `yield`, 2 after `yield from`, 3 after `await`.
                Resume RESUME Resume [] => [];

                /// Do nothing.
                ///
                /// Kept where a source line (`pass`, say) would otherwise have no instruction of its own to stop at.
                Nop NOP None [] => [];

                /// Give the next instruction a longer argument: these eight bits stand before its own.
                ///
                /// An instruction has one byte for its argument. Up to three of these prefixes make it four bytes.
                ExtendedArg EXTENDED_ARG Prefix [] => [];

                /// Space in which the instruction before it remembers what it learnt; never executed.
                ///
                /// The interpreter notes here, say, in which dictionary a global was found, to be faster the next time. That is why
                /// offsets jump: CALL has three such units behind it.
                Cache CACHE None [] => [];

                /// Leave the interpreter and hand the value on top to the C function that started it.
                ///
                /// Never part of a compiled program: it lies in a frame that the interpreter puts below the first one.
                InterpreterExit INTERPRETER_EXIT None [value] => []: exits;

                /// Never generated: a number kept free, so that running into a cache by mistake is noticed.
                Reserved RESERVED None [] => [];
            }

            Pseudo "Only inside the compiler" {
                /// From here to its POP_BLOCK, an exception goes to this handler, which finds it on the stack.
                ///
                /// Becomes an entry of the exception table.
                SetupFinally SETUP_FINALLY Handler [] => [] jump [exception];

                /// The same, and the handler also gets the place where the exception was raised.
                SetupCleanup SETUP_CLEANUP Handler [] => [] jump [lasti, exception];

                /// The same for a `with` block: what `__enter__` returned is off the stack when the handler starts.
                SetupWith SETUP_WITH Handler [result] => [result] jump [lasti, exception];

                /// The end of the innermost stretch that has a handler.
                PopBlock POP_BLOCK None [] => [];

                /// Jump; it is not decided yet whether forward or backward.
                Jump JUMP Jump [] => []: always;

                /// Jump without looking for interrupts; the direction is not decided yet.
                JumpNoInterrupt JUMP_NO_INTERRUPT Jump [] => []: always;

                /// LOAD_ATTR with its low bit set: the attribute is about to be called.
                LoadMethod LOAD_METHOD Name [owner] => [method_or_null, self_or_value];

                /// LOAD_SUPER_ATTR for a method, where `super` has two arguments.
                LoadSuperMethod LOAD_SUPER_METHOD Name [super, class, self] => [method_or_null, self_or_value];

                /// LOAD_SUPER_ATTR for a method, where `super` has no arguments.
                LoadZeroSuperMethod LOAD_ZERO_SUPER_METHOD Name [super, class, self] => [method_or_null, self_or_value];

                /// LOAD_SUPER_ATTR, where `super` has no arguments.
                ///
                /// CPython counts it as if it pushed two values; no one asks, since it is replaced before stack depths are worked out.
                LoadZeroSuperAttr LOAD_ZERO_SUPER_ATTR Name [super, class, self] => [value] counted -1;

                /// STORE_FAST that also takes NULL: an inlined comprehension puts a saved variable back.
                StoreFastMaybeNull STORE_FAST_MAYBE_NULL Local [value_or_null] => [];
            }

            Instrumented "Only while a tracer, profiler or debugger watches" {
                /// LOAD_SUPER_ATTR that reports the call of `super` first.
                InstrumentedLoadSuperAttr INSTRUMENTED_LOAD_SUPER_ATTR Instrumented [super, class, self] =>
                    [method_or_null[if oparg & 1], self_or_value[if oparg & 1], value[unless oparg & 1]];

                /// POP_JUMP_IF_NONE that reports the branch taken.
                InstrumentedPopJumpIfNone INSTRUMENTED_POP_JUMP_IF_NONE Instrumented [value] => [] counted 0;

                /// POP_JUMP_IF_NOT_NONE that reports the branch taken.
                InstrumentedPopJumpIfNotNone INSTRUMENTED_POP_JUMP_IF_NOT_NONE Instrumented [value] => [] counted 0;

                /// RESUME that reports the start of a function, or that it goes on.
                InstrumentedResume INSTRUMENTED_RESUME Instrumented [] => [];

                /// CALL that reports the call, and the return of a callable written in C.
                InstrumentedCall INSTRUMENTED_CALL Instrumented
                    [method_or_null, callable_or_self, arg[oparg]] => [result] counted 0;

                /// RETURN_VALUE that reports the return.
                InstrumentedReturnValue INSTRUMENTED_RETURN_VALUE Instrumented [value] => []: exits;

                /// YIELD_VALUE that reports the value.
                InstrumentedYieldValue INSTRUMENTED_YIELD_VALUE Instrumented [value] => [sent];

                /// CALL_FUNCTION_EX that reports the call.
                InstrumentedCallFunctionEx INSTRUMENTED_CALL_FUNCTION_EX Instrumented
                    [null, callable, args, kwargs[if oparg & 1]] => [result] counted 0;

                /// JUMP_FORWARD that reports the jump.
                InstrumentedJumpForward INSTRUMENTED_JUMP_FORWARD Instrumented [] => []: always;

                /// JUMP_BACKWARD that reports the jump.
                InstrumentedJumpBackward INSTRUMENTED_JUMP_BACKWARD Instrumented [] => []: always;

                /// RETURN_CONST that reports the return.
                InstrumentedReturnConst INSTRUMENTED_RETURN_CONST Instrumented [] => []: exits;

                /// FOR_ITER that reports whether the loop goes on.
                InstrumentedForIter INSTRUMENTED_FOR_ITER Instrumented [iterator] => [iterator, item] counted 0;

                /// POP_JUMP_IF_FALSE that reports the branch taken.
                InstrumentedPopJumpIfFalse INSTRUMENTED_POP_JUMP_IF_FALSE Instrumented [condition] => [] counted 0;

                /// POP_JUMP_IF_TRUE that reports the branch taken.
                InstrumentedPopJumpIfTrue INSTRUMENTED_POP_JUMP_IF_TRUE Instrumented [condition] => [] counted 0;

                /// END_FOR that reports the end of a generator's loop.
                InstrumentedEndFor INSTRUMENTED_END_FOR Instrumented [iterator, item] => [];

                /// END_SEND that reports the end of a generator.
                InstrumentedEndSend INSTRUMENTED_END_SEND Instrumented [receiver, value] => [value];

                /// Reports that the instruction it stands for is about to run, then runs it.
                InstrumentedInstruction INSTRUMENTED_INSTRUCTION Instrumented [] => [];

                /// Reports a new source line, then runs the instruction it stands for.
                InstrumentedLine INSTRUMENTED_LINE Instrumented [] => [];
            }
        }
    };
}

pub(crate) use for_each_instruction;
