//! Parameters of functions and lambdas.

use super::super::ast::{Arg, Arguments};
use super::{Parser, Read, Refused, Sign};

/// How many levels CPython's parser goes down at most from a lambda to the default of a parameter.
const DEFAULT: u32 = 10;

/// What may still come.
#[derive(Clone, Copy, PartialEq)]
enum After {
    Nothing,
    Slash,
    /// A star alone wants a parameter.
    BareStar,
    Star,
}

impl Parser<'_> {
    /// Parameters up to the sign that ends them: a parenthesis, or the colon of a lambda, which has no annotations.
    pub(super) fn parameters(&mut self, end: Sign) -> Read<Arguments> {
        let mut out = Arguments::default();
        let mut after = After::Nothing;
        while !self.is(end) {
            match self.sign() {
                Sign::Slash if after == After::Nothing && !out.args.is_empty() => {
                    self.bump();
                    out.posonlyargs = std::mem::take(&mut out.args);
                    after = After::Slash;
                }
                Sign::Star if matches!(after, After::Nothing | After::Slash) => {
                    self.bump();
                    after = After::Star;
                    if self.is(Sign::Comma) {
                        after = After::BareStar;
                    } else {
                        out.vararg = Some(self.parameter(end, true)?);
                    }
                }
                Sign::DoubleStar if after != After::BareStar => {
                    self.bump();
                    out.kwarg = Some(self.parameter(end, false)?);
                    self.takes(Sign::Comma);
                    break;
                }
                _ => after = self.plain_parameter(end, after, &mut out)?,
            }
            if !self.takes(Sign::Comma) {
                break;
            }
        }
        if after == After::BareStar || !self.is(end) { Err(Refused) } else { Ok(out) }
    }

    /// A parameter with its default; says what it leaves to come.
    fn plain_parameter(&mut self, end: Sign, after: After, out: &mut Arguments) -> Read<After> {
        let parameter = self.parameter(end, false)?;
        let default =
            if self.takes(Sign::Equal) { Some(self.deeper(DEFAULT, Self::expression)?) } else { None };
        if matches!(after, After::BareStar | After::Star) {
            out.kwonlyargs.push(parameter);
            out.kw_defaults.push(default);
            return Ok(After::Star);
        }
        if default.is_none() && !out.defaults.is_empty() {
            return Err(Refused);
        }
        out.args.push(parameter);
        out.defaults.extend(default);
        Ok(after)
    }

    fn parameter(&mut self, end: Sign, is_vararg: bool) -> Read<Arg> {
        let start = self.at;
        let arg = self.name()?;
        let annotation = match end == Sign::RightParen && self.takes(Sign::Colon) {
            true if is_vararg => Some(self.star_expression()?),
            true => Some(self.expression()?),
            false => None,
        };
        Ok(Arg { at: self.since(start), arg, annotation })
    }
}
