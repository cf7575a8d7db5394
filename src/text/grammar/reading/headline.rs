//! Noun phrases as headlines have them.

use super::Reading;
use super::word_lists::WordLists;
use crate::text::grammar::Upos;

/// How much of what hangs on a noun stays in a headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Breadth {
    /// `head of the bank in Lima`
    Whole,
    /// `head of the bank`
    Of,
    /// `head`
    Bare,
}

impl Reading<'_> {
    /// The words of the noun phrase that `at` heads, in order: with what it is joined to, without its own
    /// preposition, appositions, describing clauses, and what `is_left_out`.
    pub fn headline_phrase(
        &self,
        at: usize,
        breadth: Breadth,
        is_left_out: &dyn Fn(usize) -> bool,
    ) -> Vec<usize> {
        let mut found = Vec::new();
        self.gather_phrase(at, breadth, is_left_out, 0, &mut found);
        found.sort_unstable();
        found.dedup();
        self.with_marks_between(found)
    }

    /// The name that stands beside a common noun and says more: `its captain, Rui Costa`.
    pub fn name_beside(&self, at: usize) -> Option<usize> {
        let is_common = self.upos(at) == Some(Upos::Noun);
        let name = self.child(at, &["appos"]).filter(|_| is_common)?;
        let is_name =
            self.upos(name) == Some(Upos::Propn) && self.child(name, &["flat"]).is_some();
        is_name.then_some(name)
    }

    fn gather_phrase(
        &self,
        at: usize,
        breadth: Breadth,
        is_left_out: &dyn Fn(usize) -> bool,
        depth: usize,
        found: &mut Vec<usize>,
    ) {
        const DEEPEST: usize = 8;
        found.push(at);
        if DEEPEST < depth {
            return;
        }
        for child in self.children_of(at).iter().copied() {
            if is_left_out(child) || !self.stays(at, child, breadth) {
                continue;
            }
            if matches!(self.relation(child), "nummod" | "amod") {
                // `as many as 30 to 40 men`, `the longest-running show`
                let words = self.below(child).into_iter();
                found.extend(words.filter(|at| self.upos(*at) != Some(Upos::Punct)));
                continue;
            }
            self.gather_phrase(child, breadth, is_left_out, depth + 1, found);
            let is_joined = self.relation(child) == "conj";
            found.extend(self.joint(child).filter(|_| is_joined));
            let needs_case =
                matches!(self.relation(child), "nmod") || self.relation(at) == "conj";
            for small in self.children_of(child).iter().copied() {
                let relation = self.relation(small);
                let is_joint =
                    is_joined && (relation == "cc" || relation == "punct" && small < child);
                if is_joint || needs_case && relation == "case" {
                    found.push(small);
                    found.extend(self.children_by(small, "fixed"));
                }
            }
        }
    }

    /// Whether the dependent `child` of `at` is part of the phrase.
    fn stays(&self, at: usize, child: usize, breadth: Breadth) -> bool {
        let is_before = child < at;
        match self.relation(child) {
            // `Ann Lee, 59, resigned`
            "flat" if child.checked_sub(1).is_some_and(|at| self.form(at) == ",") => false,
            "flat" | "fixed" | "goeswith" => true,
            "det" => !self.form(child).eq_ignore_ascii_case("that"),
            // What stands before it: `law` is none of `The council passed a law`.
            "compound" | "amod" => is_before,
            // `nearly 40`, not `even ministers`
            "advmod" => is_before && self.is_graded(at),
            "nummod" => is_before || child == at + 1,
            "nmod" if self.deprel(child) == "nmod:poss" => self.xpos(child) != "WP$",
            "nmod" if self.deprel(child) == "nmod:unmarked" => is_before,
            "nmod" if is_before => true,
            "nmod" => match (breadth, self.preposition(child).as_str()) {
                (Breadth::Bare, _) => self.is_quantity(at),
                (Breadth::Of, preposition) => preposition == "of",
                (Breadth::Whole, _) => !self.is_after_comma(child),
            },
            "case" => self.deprel(at) == "nmod:poss",
            // `Jo Reed, 40 and from Lyon, sings`
            "conj"
                if self.child(child, &["case"]).is_some()
                    && self.preposition(at).is_empty() =>
            {
                false
            }
            "conj" => {
                self.is_listed(at)
                    && self.is_nominal(child)
                    && !self.is_of_apposition(at, child)
            }
            _ => false,
        }
    }

    fn is_graded(&self, at: usize) -> bool {
        let graded = [Upos::Num, Upos::Adj, Upos::Det, Upos::Pron];
        self.upos(at).is_some_and(|upos| graded.contains(&upos))
    }

    fn is_nominal(&self, at: usize) -> bool {
        let nominal = [Upos::Noun, Upos::Propn, Upos::Num, Upos::Pron, Upos::Adj];
        self.upos(at).is_some_and(|upos| nominal.contains(&upos))
            || self.xpos(at).starts_with('N')
    }

    /// Whether `and` or the like joins what is joined to `at`: with commas alone it is an apposition.
    fn is_listed(&self, at: usize) -> bool {
        let mut joined = self.children_by(at, "conj");
        joined.any(|child| self.child(child, &["cc"]).is_some() || self.joint(child).is_some())
    }

    /// `Ann Lee, an aide and the first to speak, died`: what is joined inside an apposition is no other person.
    fn is_of_apposition(&self, at: usize, joined: usize) -> bool {
        let apposition = self
            .child(at, &["appos"])
            .filter(|other| at < *other && *other < joined);
        let is_parted = || (apposition.unwrap_or(at)..joined).any(|at| self.form(at) == ",");
        // `Ann Lee (23 goals) and Jo Ray` are two.
        let is_plain = apposition.is_some_and(|apposition| self.is_after_comma(apposition));
        is_plain && self.upos(at) == Some(Upos::Propn) && !is_parted()
    }

    /// The `and` right before the phrase of `at`, wherever it hangs.
    fn joint(&self, at: usize) -> Option<usize> {
        let before = self.phrase(at).start.checked_sub(1)?;
        (self.upos(before) == Some(Upos::Cconj)).then_some(before)
    }

    /// `one of the men`, `dozens of men`: without what follows it says nothing.
    fn is_quantity(&self, at: usize) -> bool {
        let is_noun = self.upos(at) == Some(Upos::Noun);
        !is_noun && self.upos(at) != Some(Upos::Propn)
            || is_noun && WordLists::get().quantities.contains(self.lemma(at))
    }

    /// Whether a comma opens the phrase of `at`.
    fn is_after_comma(&self, at: usize) -> bool {
        let first = self.phrase(at).start;
        self.form(first) == "," || first.checked_sub(1).is_some_and(|at| self.form(at) == ",")
    }

    /// The hyphens, quotation marks and small words that stand between words of the phrase, wherever they hang.
    fn with_marks_between(&self, mut found: Vec<usize>) -> Vec<usize> {
        const MARKS: [&str; 12] = ["-", "–", "/", "“", "”", "\"", "‘", "’", "'", "&", "$", "%"];
        const WIDEST: usize = 3;
        let is_small = |at: usize| {
            let class = self.upos(at);
            MARKS.contains(&self.form(at)) || matches!(class, Some(Upos::Adp | Upos::Det))
        };
        let gaps: Vec<usize> = found
            .windows(2)
            .filter_map(|pair| match pair {
                [one, two] if *two <= one + WIDEST => Some(one + 1..*two),
                _ => None,
            })
            .filter(|gap| gap.clone().all(is_small))
            .flatten()
            .collect();
        found.extend(gaps);
        found.sort_unstable();
        found
    }
}
