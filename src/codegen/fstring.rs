//! F-strings.

use super::{
    collection::STACK_USE_GUIDELINE,
    emit::count,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    syntax::{Constant, ast::Expr},
};

/// FORMAT_VALUE's flag: a format specification lies on the stack.
const HAS_SPEC: u32 = 4;

impl Generator<'_> {
    pub fn joined_str(&mut self, values: &[Expr], at: Location) -> Done {
        if values.len() > STACK_USE_GUIDELINE {
            self.load_const(Constant::Str("".into()), at);
            self.op_name(Op::LoadMethod, &"join".into(), at);
            self.op_arg(Op::BuildList, 0, at);
            for value in values {
                self.expr(value)?;
                self.op_arg(Op::ListAppend, 1, at);
            }
            self.op_arg(Op::Call, 1, at);
            return Ok(());
        }
        self.exprs(values)?;
        if values.len() != 1 {
            self.op_arg(Op::BuildString, count(values.len()), at);
        }
        Ok(())
    }

    pub fn formatted_value(
        &mut self,
        value: &Expr,
        conversion: i32,
        spec: Option<&Expr>,
        at: Location,
    ) -> Done {
        self.expr(value)?;
        let conversion = match u8::try_from(conversion) {
            Ok(b's') => 1,
            Ok(b'r') => 2,
            Ok(b'a') => 3,
            _ => 0,
        };
        let flag = match spec {
            Some(spec) => {
                self.expr(spec)?;
                HAS_SPEC
            }
            None => 0,
        };
        self.op_arg(Op::FormatValue, conversion | flag, at);
        Ok(())
    }
}
