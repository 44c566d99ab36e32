//! Names that the machine itself looks up, interned at fixed places on every heap.

use super::{Handle, Value, builtin_types::Type};

macro_rules! symbols {
    ($($variant:ident $text:literal;)*) => {
        /// A name that needs no search to be found.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u32)]
        pub enum Sym {
            $($variant,)*
        }

        impl Sym {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }
    };
}

symbols! {
    Empty "";
    Abs "__abs__";
    AEnter "__aenter__";
    AExit "__aexit__";
    AIter "__aiter__";
    ANext "__anext__";
    Await "__await__";
    Add "__add__";
    AddNote "__notes__";
    And "__and__";
    Annotations "__annotations__";
    Args "args";
    Bool "__bool__";
    Bases "__bases__";
    Build "__build_class__";
    Builtins "__builtins__";
    Call "__call__";
    Cause "__cause__";
    Ceil "__ceil__";
    Class "__class__";
    ClassCell "__classcell__";
    ClassGetItem "__class_getitem__";
    Closure "__closure__";
    Code "__code__";
    Complex "__complex__";
    Contains "__contains__";
    Context "__context__";
    Defaults "__defaults__";
    Del "__del__";
    DelAttr "__delattr__";
    DelItem "__delitem__";
    Delete "__delete__";
    Dict "__dict__";
    Dir "__dir__";
    DivMod "__divmod__";
    Doc "__doc__";
    Enter "__enter__";
    Eq "__eq__";
    Exit "__exit__";
    File "__file__";
    Float "__float__";
    Floor "__floor__";
    FloorDiv "__floordiv__";
    Format "__format__";
    Func "__func__";
    Ge "__ge__";
    Get "__get__";
    GetAttr "__getattr__";
    GetAttribute "__getattribute__";
    GetItem "__getitem__";
    Globals "__globals__";
    Gt "__gt__";
    Hash "__hash__";
    IAdd "__iadd__";
    IAnd "__iand__";
    IFloorDiv "__ifloordiv__";
    ILshift "__ilshift__";
    IMatMul "__imatmul__";
    IMod "__imod__";
    IMul "__imul__";
    IOr "__ior__";
    IPow "__ipow__";
    IRshift "__irshift__";
    ISub "__isub__";
    ITrueDiv "__itruediv__";
    IXor "__ixor__";
    Index "__index__";
    Buffer "__buffer__";
    ReleaseBuffer "__release_buffer__";
    Init "__init__";
    InitSubclass "__init_subclass__";
    InstanceCheck "__instancecheck__";
    Int "__int__";
    Invert "__invert__";
    Iter "__iter__";
    KwDefaults "__kwdefaults__";
    Le "__le__";
    Len "__len__";
    LengthHint "__length_hint__";
    Loader "__loader__";
    Lshift "__lshift__";
    Lt "__lt__";
    Main "__main__";
    MatMul "__matmul__";
    MatchArgs "__match_args__";
    Missing "__missing__";
    Mod "__mod__";
    Module "__module__";
    Mro "__mro__";
    MroEntries "__mro_entries__";
    Mul "__mul__";
    Name "__name__";
    NameError "name";
    Ne "__ne__";
    Neg "__neg__";
    New "__new__";
    Next "__next__";
    Obj "obj";
    Or "__or__";
    Package "__package__";
    Pos "__pos__";
    Pow "__pow__";
    Prepare "__prepare__";
    QualName "__qualname__";
    RAdd "__radd__";
    RAnd "__rand__";
    RDivMod "__rdivmod__";
    RFloorDiv "__rfloordiv__";
    RLshift "__rlshift__";
    RMatMul "__rmatmul__";
    RMod "__rmod__";
    RMul "__rmul__";
    ROr "__ror__";
    RPow "__rpow__";
    RRshift "__rrshift__";
    RSub "__rsub__";
    RTrueDiv "__rtruediv__";
    RXor "__rxor__";
    Repr "__repr__";
    Reversed "__reversed__";
    Round "__round__";
    Rshift "__rshift__";
    SelfName "__self__";
    Set "__set__";
    SetAttr "__setattr__";
    SetItem "__setitem__";
    SetName "__set_name__";
    Slots "__slots__";
    Spec "__spec__";
    Str "__str__";
    Sub "__sub__";
    SubclassCheck "__subclasscheck__";
    SuppressContext "__suppress_context__";
    TrueDiv "__truediv__";
    Traceback "__traceback__";
    Trunc "__trunc__";
    TypeParams "__type_params__";
    Value "value";
    CodeAttr "code";
    Weakref "__weakref__";
    Wrapped "__wrapped__";
    Xor "__xor__";
}

impl Sym {
    /// The interned string: symbols stand right after the builtin types.
    pub const fn handle(self) -> Handle {
        Handle(Type::ALL.len() as u32 + self as u32)
    }

    /// The symbol with this interned string.
    pub fn at(handle: Handle) -> Option<Self> {
        let at = (handle.0 as usize).checked_sub(Type::ALL.len())?;
        Self::ALL.get(at).copied()
    }
}

impl From<Sym> for Value {
    fn from(of: Sym) -> Self {
        Self::Ref(of.handle())
    }
}

/// Objects of which there is one, right after the symbols.
pub const NOT_IMPLEMENTED: Handle = Handle((Type::ALL.len() + Sym::ALL.len()) as u32);
pub const ELLIPSIS: Handle = Handle(NOT_IMPLEMENTED.0 + 1);
pub const EMPTY_TUPLE: Handle = Handle(NOT_IMPLEMENTED.0 + 2);
