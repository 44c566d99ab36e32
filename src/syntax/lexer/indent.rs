//! Indentation: where a line starts.

use super::{Failure, Kind, Lexed, Lexeme, Lexer, Sign};

/// How wide a tab is, and how wide it is for those who see tabs as narrow: where the two disagree on
/// what is deeper, the program is refused.
const TAB: i32 = 8;
const NARROW_TAB: i32 = 1;

/// How many levels there may be, the outermost included.
const MOST_LEVELS: usize = 100;

impl Lexer<'_> {
    /// Reads a line's blanks and notes what they open or close; says whether the line is blank.
    pub(super) fn indentation(&mut self) -> Lexed<bool> {
        let (mut col, mut narrow, mut continued) = (0, 0, 0);
        self.at_line_start = false;
        let mut c;
        loop {
            c = self.read();
            match c {
                b' ' => {
                    let from = self.cur;
                    self.skip(|byte| byte == b' ');
                    col += 1 + (self.cur - from) as i32;
                    narrow += 1 + (self.cur - from) as i32;
                }
                b'\t' => {
                    col = (col / TAB + 1) * TAB;
                    narrow = (narrow / NARROW_TAB + 1) * NARROW_TAB;
                }
                0x0C => (col, narrow) = (0, 0),
                b'\\' => {
                    // The first of several joined lines says how deep they are.
                    continued = if continued != 0 { continued } else { col };
                    self.continuation()?;
                }
                _ => break,
            }
        }
        self.back(c);
        let blank = matches!(c, b'#' | b'\n' | b'\r');
        if !blank && self.brackets.is_empty() {
            if continued != 0 {
                (col, narrow) = (continued, continued);
            }
            self.change_level(col, narrow)?;
        }
        Ok(blank)
    }

    fn change_level(&mut self, col: i32, narrow: i32) -> Lexed<()> {
        let (deepest, deepest_narrow) = self.level();
        if col > deepest {
            if self.indents.len() >= MOST_LEVELS {
                self.cur = self.line_end;
                return Err(Failure::TooDeep);
            }
            if narrow <= deepest_narrow {
                return self.tabs();
            }
            self.indents.push((col, narrow));
            self.pending += 1;
            return Ok(());
        }
        while col < self.level().0 {
            self.indents.pop();
            self.pending -= 1;
        }
        let (level, level_narrow) = self.level();
        if col != level {
            self.cur = self.line_end;
            return Err(Failure::Dedent);
        }
        if narrow != level_narrow {
            return self.tabs();
        }
        Ok(())
    }

    /// Ends all levels, as the end of a text does that is no module.
    pub fn end_levels(&mut self) {
        self.pending -= self.indents.len() as i32 - 1;
        self.indents.truncate(1);
    }

    fn level(&self) -> (i32, i32) {
        *self.indents.last().expect("the outermost level is always there")
    }

    fn tabs(&mut self) -> Lexed<()> {
        self.cur = self.line_end;
        Err(Failure::Tabs)
    }

    /// One INDENT or DEDENT that is still to be told.
    pub(super) fn pending_mark(&mut self) -> Lexeme {
        let (kind, sign, start) = match self.pending < 0 {
            true => (Kind::Dedent, Sign::Dedent, self.cur),
            false => (Kind::Indent, Sign::Indent, self.line_start),
        };
        self.pending -= self.pending.signum();
        match self.extra {
            true => Lexeme { start: start as u32, ..self.token(kind, sign) },
            false => self.mark(kind, sign),
        }
    }
}
