//! Patterns of `match`.

use ruff_python_ast as ruff;
use ruff_text_size::Ranged;

use super::super::Constant;
use super::super::ast::{Pattern, PatternKind};
use super::{Converted, Converter};

impl Converter<'_> {
    pub(super) fn pattern(&mut self, pattern: &ruff::Pattern) -> Converted<Pattern> {
        self.deeper(|this| {
            let at = this.at(pattern.range());
            Ok(Pattern { at, kind: this.pattern_kind(pattern)? })
        })
    }

    fn patterns<'p>(
        &mut self,
        patterns: impl IntoIterator<Item = &'p ruff::Pattern>,
    ) -> Converted<Vec<Pattern>> {
        patterns.into_iter().map(|pattern| self.pattern(pattern)).collect()
    }

    fn pattern_kind(&mut self, pattern: &ruff::Pattern) -> Converted<PatternKind> {
        Ok(match pattern {
            ruff::Pattern::MatchValue(node) => PatternKind::MatchValue(self.boxed(&node.value)?),
            ruff::Pattern::MatchSingleton(node) => PatternKind::MatchSingleton(match node.value {
                ruff::Singleton::None => Constant::None,
                ruff::Singleton::True => Constant::Bool(true),
                ruff::Singleton::False => Constant::Bool(false),
            }),
            ruff::Pattern::MatchSequence(node) => PatternKind::MatchSequence(self.patterns(&node.patterns)?),
            ruff::Pattern::MatchMapping(node) => PatternKind::MatchMapping {
                keys: self.exprs(&node.keys)?,
                patterns: self.patterns(&node.patterns)?,
                rest: self.optional_identifier(node.rest.as_ref()),
            },
            ruff::Pattern::MatchClass(node) => {
                let keywords = &node.arguments.keywords;
                PatternKind::MatchClass {
                    cls: self.boxed(&node.cls)?,
                    patterns: self.patterns(&node.arguments.patterns)?,
                    kwd_attrs: keywords.iter().map(|keyword| self.identifier(&keyword.attr)).collect(),
                    kwd_patterns: self.patterns(keywords.iter().map(|keyword| &keyword.pattern))?,
                }
            }
            ruff::Pattern::MatchStar(node) => {
                PatternKind::MatchStar(self.optional_identifier(node.name.as_ref()))
            }
            ruff::Pattern::MatchAs(node) => PatternKind::MatchAs {
                pattern: match node.pattern.as_deref() {
                    Some(pattern) => Some(Box::new(self.pattern(pattern)?)),
                    None => None,
                },
                name: self.optional_identifier(node.name.as_ref()),
            },
            ruff::Pattern::MatchOr(node) => PatternKind::MatchOr(self.patterns(&node.patterns)?),
        })
    }
}
