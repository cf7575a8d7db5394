//! Subjects, objects and oblique phrases of a predicate, also where the sentence leaves them unsaid.

use super::Reading;
use super::word_lists::WordLists;

/// Who or what a predicate is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its head word.
    pub at: usize,
    /// It undergoes what the predicate says: `the ship was sunk`.
    pub is_passive: bool,
    /// It stands with this predicate; else it is shared with or ruled by another one.
    pub is_own: bool,
}

/// A phrase with a preposition, or a bare one of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oblique {
    /// Its head word.
    pub at: usize,
    /// In small letters: `in`, `because of`; empty if there is none.
    pub preposition: String,
}

impl Reading<'_> {
    /// The subjects of the predicate `verb`, coordination spread out. An infinitive has that of the verb
    /// which rules it, a joined verb that of the first, a participle the noun it describes.
    pub fn subjects(&self, verb: usize) -> Vec<Subject> {
        let mut at = verb;
        for _ in 0..self.words.len() {
            if let Some(subject) = self.own_subject(at) {
                let heads = self.referents(subject);
                return self.spread_subjects(verb, &heads, at == verb);
            }
            match self.ruler(at) {
                Some(Ruler::Clause(clause)) => at = clause,
                Some(Ruler::Noun(noun)) => {
                    let heads = self.conjuncts(noun);
                    return self.spread_subjects(verb, &heads, false);
                }
                None => break,
            }
        }
        Vec::new()
    }

    /// Who does it, if the predicate is passive and says so: `by rebels`.
    pub fn agents(&self, verb: usize) -> Vec<usize> {
        let agent = |at: &usize| self.deprel(*at) == "obl:agent";
        let agents = self.children_of(verb).iter().copied().filter(agent);
        agents.flat_map(|at| self.conjuncts(at)).collect()
    }

    /// The objects of the predicate `verb`, coordination spread out.
    pub fn objects(&self, verb: usize) -> Vec<usize> {
        let children = self.children_of(verb).iter().copied();
        let objects = children.filter(|at| matches!(self.relation(*at), "obj" | "iobj"));
        objects.flat_map(|at| self.referents(at)).collect()
    }

    /// The oblique phrases of the predicate `verb`, coordination spread out.
    pub fn obliques(&self, verb: usize) -> Vec<Oblique> {
        let mut found = Vec::new();
        for at in self.children_by(verb, "obl") {
            let preposition = self.preposition(at);
            for conjunct in self.conjuncts(at) {
                let own = self.preposition(conjunct);
                let preposition = if own.is_empty() {
                    preposition.clone()
                } else {
                    own
                };
                found.push(Oblique {
                    at: conjunct,
                    preposition,
                });
            }
        }
        found
    }

    /// The preposition of the phrase that `at` heads, in small letters: `because of`.
    pub fn preposition(&self, at: usize) -> String {
        let mut words = Vec::new();
        for case in self.children_by(at, "case") {
            words.push(case);
            words.extend(self.children_by(case, "fixed"));
        }
        words.sort_unstable();
        let words: Vec<String> = words
            .iter()
            .map(|at| self.form(*at).to_lowercase())
            .collect();
        words.join(" ")
    }

    fn own_subject(&self, verb: usize) -> Option<usize> {
        self.child(verb, &["nsubj", "csubj"])
    }

    /// What a word stands for, coordination spread out: a relative pronoun for the noun before it.
    pub(super) fn referents(&self, at: usize) -> Vec<usize> {
        let clause = self
            .head(at)
            .filter(|head| self.deprel(*head) == "acl:relcl");
        let is_relative = WordLists::get()
            .relatives
            .contains(&self.form(at).to_lowercase())
            && matches!(self.xpos(at), "WP" | "WDT");
        match clause
            .filter(|_| is_relative)
            .and_then(|clause| self.head(clause))
        {
            Some(noun) => vec![noun],
            None => self.conjuncts(at),
        }
    }

    fn spread_subjects(&self, verb: usize, heads: &[usize], is_own: bool) -> Vec<Subject> {
        let is_passive = self.is_passive(verb);
        let subject = |at: &usize| Subject {
            at: *at,
            is_passive,
            is_own,
        };
        heads.iter().map(subject).collect()
    }

    /// What a predicate without a subject takes its subject from.
    fn ruler(&self, verb: usize) -> Option<Ruler> {
        let head = self.head(verb)?;
        match self.relation(verb) {
            "xcomp" => {
                let keeps_subject = WordLists::get().subject_control.contains(self.lemma(head));
                let object = self
                    .child(head, &["obj", "iobj"])
                    .filter(|_| !keeps_subject);
                Some(object.map_or(Ruler::Clause(head), Ruler::Noun))
            }
            "acl" => Some(Ruler::Noun(head)),
            "conj" | "advcl" | "parataxis" => Some(Ruler::Clause(head)),
            _ => None,
        }
    }
}

enum Ruler {
    Clause(usize),
    Noun(usize),
}
