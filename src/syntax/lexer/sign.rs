//! Which token it is, in one byte: every operator and keyword by itself, and a kind for all others.

/// Operators with their texts and their names in Python's `token` module, and keywords.
macro_rules! signs {
    ($($operator:ident $text:literal $name:literal,)* ; $($keyword:ident $word:literal,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(in crate::syntax) enum Sign {
            /// A character that Python has no use for.
            Unknown,
            EndMarker,
            Name,
            Number,
            String,
            Newline,
            Indent,
            Dedent,
            FStringStart,
            FStringMiddle,
            FStringEnd,
            $($operator,)*
            $($keyword,)*
        }

        /// The exact type of an operator token; none for characters that are no operator.
        pub fn operator_name(text: &str) -> Option<&'static str> {
            match text {
                $($text => Some($name),)*
                _ => None,
            }
        }

        impl Sign {
            /// A keyword, or a name.
            pub fn of_word(word: &[u8]) -> Self {
                match word {
                    $($word => Self::$keyword,)*
                    _ => Self::Name,
                }
            }
        }
    };
}

signs! {
    Exclamation "!" "EXCLAMATION",
    NotEqual "!=" "NOTEQUAL",
    Percent "%" "PERCENT",
    PercentEqual "%=" "PERCENTEQUAL",
    Ampersand "&" "AMPER",
    AmpersandEqual "&=" "AMPEREQUAL",
    LeftParen "(" "LPAR",
    RightParen ")" "RPAR",
    Star "*" "STAR",
    DoubleStar "**" "DOUBLESTAR",
    DoubleStarEqual "**=" "DOUBLESTAREQUAL",
    StarEqual "*=" "STAREQUAL",
    Plus "+" "PLUS",
    PlusEqual "+=" "PLUSEQUAL",
    Comma "," "COMMA",
    Minus "-" "MINUS",
    MinusEqual "-=" "MINEQUAL",
    Arrow "->" "RARROW",
    Dot "." "DOT",
    Ellipsis "..." "ELLIPSIS",
    Slash "/" "SLASH",
    DoubleSlash "//" "DOUBLESLASH",
    DoubleSlashEqual "//=" "DOUBLESLASHEQUAL",
    SlashEqual "/=" "SLASHEQUAL",
    Colon ":" "COLON",
    ColonEqual ":=" "COLONEQUAL",
    Semicolon ";" "SEMI",
    Less "<" "LESS",
    LeftShift "<<" "LEFTSHIFT",
    LeftShiftEqual "<<=" "LEFTSHIFTEQUAL",
    LessEqual "<=" "LESSEQUAL",
    Equal "=" "EQUAL",
    EqualEqual "==" "EQEQUAL",
    Greater ">" "GREATER",
    GreaterEqual ">=" "GREATEREQUAL",
    RightShift ">>" "RIGHTSHIFT",
    RightShiftEqual ">>=" "RIGHTSHIFTEQUAL",
    At "@" "AT",
    AtEqual "@=" "ATEQUAL",
    LeftBracket "[" "LSQB",
    RightBracket "]" "RSQB",
    Caret "^" "CIRCUMFLEX",
    CaretEqual "^=" "CIRCUMFLEXEQUAL",
    LeftBrace "{" "LBRACE",
    Bar "|" "VBAR",
    BarEqual "|=" "VBAREQUAL",
    RightBrace "}" "RBRACE",
    Tilde "~" "TILDE",
    ;
    And b"and",
    As b"as",
    Assert b"assert",
    Async b"async",
    Await b"await",
    Break b"break",
    Class b"class",
    Continue b"continue",
    Def b"def",
    Del b"del",
    Elif b"elif",
    Else b"else",
    Except b"except",
    False b"False",
    Finally b"finally",
    For b"for",
    From b"from",
    Global b"global",
    If b"if",
    Import b"import",
    In b"in",
    Is b"is",
    Lambda b"lambda",
    None b"None",
    Nonlocal b"nonlocal",
    Not b"not",
    Or b"or",
    Pass b"pass",
    Raise b"raise",
    Return b"return",
    True b"True",
    Try b"try",
    While b"while",
    With b"with",
    Yield b"yield",
}

impl Sign {
    /// Whether it may join the operand before it to another, apart from the conditional expression's.
    pub fn joins_operands(self) -> bool {
        matches!(
            self,
            Self::Or
                | Self::And
                | Self::Not
                | Self::In
                | Self::Is
                | Self::EqualEqual
                | Self::NotEqual
                | Self::Less
                | Self::LessEqual
                | Self::Greater
                | Self::GreaterEqual
                | Self::Bar
                | Self::Caret
                | Self::Ampersand
                | Self::LeftShift
                | Self::RightShift
                | Self::Plus
                | Self::Minus
                | Self::Star
                | Self::Slash
                | Self::DoubleSlash
                | Self::Percent
                | Self::At
        )
    }

    /// The longest operator that three bytes start with, and its length. The old spelling of `!=` is still one token,
    /// though no operator.
    pub fn of_operator(bytes: [u8; 3]) -> (Self, usize) {
        let [first, second, third] = bytes;
        let equal = |plain: Self, with_equal: Self| match second {
            b'=' => (with_equal, 2),
            _ => (plain, 1),
        };
        let doubled =
            |plain: Self, with_equal: Self, twice: Self, twice_with_equal: Self| match (second, third) {
                (b'=', _) => (with_equal, 2),
                (second, b'=') if second == first => (twice_with_equal, 3),
                (second, _) if second == first => (twice, 2),
                _ => (plain, 1),
            };
        match first {
            b'(' => (Self::LeftParen, 1),
            b')' => (Self::RightParen, 1),
            b',' => (Self::Comma, 1),
            b'=' => equal(Self::Equal, Self::EqualEqual),
            b':' => equal(Self::Colon, Self::ColonEqual),
            b'[' => (Self::LeftBracket, 1),
            b']' => (Self::RightBracket, 1),
            b'{' => (Self::LeftBrace, 1),
            b'}' => (Self::RightBrace, 1),
            b'-' if second == b'>' => (Self::Arrow, 2),
            b'-' => equal(Self::Minus, Self::MinusEqual),
            b'+' => equal(Self::Plus, Self::PlusEqual),
            b'*' => doubled(Self::Star, Self::StarEqual, Self::DoubleStar, Self::DoubleStarEqual),
            b'/' => doubled(Self::Slash, Self::SlashEqual, Self::DoubleSlash, Self::DoubleSlashEqual),
            b'<' if second == b'>' => (Self::Unknown, 2),
            b'<' => doubled(Self::Less, Self::LessEqual, Self::LeftShift, Self::LeftShiftEqual),
            b'>' => doubled(Self::Greater, Self::GreaterEqual, Self::RightShift, Self::RightShiftEqual),
            b'!' => equal(Self::Exclamation, Self::NotEqual),
            b'%' => equal(Self::Percent, Self::PercentEqual),
            b'&' => equal(Self::Ampersand, Self::AmpersandEqual),
            b'|' => equal(Self::Bar, Self::BarEqual),
            b'^' => equal(Self::Caret, Self::CaretEqual),
            b'@' => equal(Self::At, Self::AtEqual),
            b';' => (Self::Semicolon, 1),
            b'~' => (Self::Tilde, 1),
            _ => (Self::Unknown, 1),
        }
    }
}
