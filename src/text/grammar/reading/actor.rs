//! Who acts: the subject of a verb, wherever the sentence names it.

use std::collections::BTreeSet;

use super::Reading;
use super::word_lists::WordLists;
use crate::text::grammar::Upos;

/// Who does or suffers what a verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The head word.
    pub at: usize,
    /// How it stands to the verb.
    pub link: ActorLink,
}

/// How a subject stands to its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorLink {
    /// It is the verb's own: `the ship sank`.
    Own,
    /// It is that of the verb before: `the ship hit a reef and sank`.
    Shared,
    /// The verb describes it: `a ship carrying coal`, `men taken off the ship`.
    Described,
    /// It is the object of the verb before: `they had the man released`.
    Object,
    /// It owns the noun before: `the minister's offer to resign`.
    Owner,
    /// It is that of the verb that the clause hangs on: `after leaving port the ship sank`.
    Controlled,
}

impl Reading<'_> {
    /// The head of the subject of the predicate `verb`: its own, that of the verb it is joined to if both are
    /// done or both are suffered, the noun that it describes (`a car heading north`), the object of the
    /// verb before, or the owner of the noun it belongs to. A relative pronoun gives the noun before it.
    pub fn actor(&self, verb: usize) -> Option<Actor> {
        let mut at = verb;
        let mut link = ActorLink::Own;
        for _ in 0..self.words.len() {
            if let Some(subject) = self.near_subject(at) {
                let at = self.noun_of_relative(subject);
                return Some(Actor { at, link });
            }
            let head = self.head(at)?;
            match self.relation(at) {
                // `Ann Lee, who led the bank, died`, where the tree joins the verb to the name.
                "conj" if self.is_tensed(at) && self.is_bare_noun(head) => {
                    let link = ActorLink::Shared;
                    return Some(Actor { at: head, link });
                }
                "conj" if self.is_passive(at) == self.is_passive(head) => {
                    at = head;
                    link = match link {
                        ActorLink::Own => ActorLink::Shared,
                        link => link,
                    };
                }
                "acl" if self.deprel(at) == "acl" => return self.described(at, head),
                "advcl" if self.is_controlled(at, head) => {
                    at = head;
                    link = ActorLink::Controlled;
                }
                "xcomp" | "advcl"
                    if self.is_seen_doing(at, head)
                        || self.relation(at) == "xcomp" && self.xpos(at) == "VBN" =>
                {
                    let at = self.child(head, &["obj"])?;
                    let link = ActorLink::Object;
                    return Some(Actor { at, link });
                }
                _ => return None,
            }
        }
        None
    }

    /// The subject of the word `at`; not one that a comma parts from a verb before it: `after being arrested, police say`.
    fn near_subject(&self, at: usize) -> Option<usize> {
        let subject = self.child(at, &["nsubj"])?;
        let is_parted = (at..subject).any(|between| self.form(between) == ",");
        (!is_parted).then_some(subject)
    }

    fn is_tensed(&self, at: usize) -> bool {
        matches!(self.xpos(at), "VBD" | "VBZ" | "VBP")
    }

    /// Whether the word `at` is a noun that no clause is about.
    fn is_bare_noun(&self, at: usize) -> bool {
        let is_noun = matches!(self.upos(at), Some(Upos::Noun | Upos::Propn));
        is_noun && self.relation(at) == "root" && self.child(at, &["cop", "nsubj"]).is_none()
    }

    /// Whether who does `verb` is the subject of `head`: `after seizing the port they left`, `was fined for parking`.
    fn is_controlled(&self, verb: usize, head: usize) -> bool {
        let mark = self.child(verb, &["mark"]).map(|mark| self.lemma(mark));
        let lists = WordLists::get();
        let is_among = |list: &BTreeSet<String>| mark.is_some_and(|mark| list.contains(mark));
        let is_other = if self.is_passive(head) {
            is_among(&lists.not_of_passive)
        } else {
            is_among(&lists.of_object) && self.child(head, &["obj"]).is_some()
        };
        // `after being arrested`
        let is_suffered = || {
            let aux = self.child(verb, &["aux"]);
            aux.is_some_and(|aux| self.xpos(aux) == "VBG")
        };
        let is_form = self.xpos(verb) == "VBG" || is_suffered();
        is_form && (mark.is_some() || verb < head) && !is_other
    }

    /// `saw two boats drifting`: whom or what one sees or hears doing a thing does it.
    fn is_seen_doing(&self, at: usize, head: usize) -> bool {
        let object = self.child(head, &["obj"]);
        self.xpos(at) == "VBG"
            && WordLists::get().perceiving.contains(self.lemma(head))
            && object.is_some_and(|object| head < object && self.phrase(object).end == at)
    }

    /// The noun that the verb `at` describes, or whose it is: `his offer to resign`.
    fn described(&self, at: usize, noun: usize) -> Option<Actor> {
        if self.child(at, &["mark"]).is_none() {
            let link = ActorLink::Described;
            return Some(Actor { at: noun, link });
        }
        let mut owners = self.children_by(noun, "nmod");
        let owner = owners.find(|owner| self.deprel(*owner) == "nmod:poss")?;
        let link = ActorLink::Owner;
        Some(Actor { at: owner, link })
    }

    /// Whether the word `at` is a participle that describes the noun before it, which suffers it: `people moved to
    /// the coast`.
    pub fn is_reduced(&self, at: usize) -> bool {
        let describes = self.deprel(at) == "acl" && matches!(self.xpos(at), "VBN" | "VBD");
        describes && self.child(at, &["obj", "mark", "nsubj"]).is_none()
    }

    /// Whether the word `at` hangs, directly or not, on one that heads a clause.
    pub fn is_in_clause(&self, at: usize) -> bool {
        let is_clause = |at: usize| {
            self.upos(at) == Some(Upos::Verb) || self.child(at, &["nsubj", "cop"]).is_some()
        };
        self.ancestors(at).skip(1).any(is_clause)
    }

    /// The subject and the predicate of the clause that is the object of the verb `at` and follows it:
    /// `declared Moscow had nothing to do with it`.
    pub fn told_clause(&self, at: usize) -> Option<(usize, usize)> {
        let clause = self.child(at, &["ccomp"]).filter(|clause| at < *clause)?;
        // `discovered the tests were useless`, where the tree has the tests discovered.
        let verb = self.child(clause, &["cop", "aux"]);
        let object = self.child(at, &["obj"]);
        let object = object.filter(|object| Some(self.phrase(*object).end) == verb);
        let subject = self.child(clause, &["nsubj"]).or(object)?;
        (at < subject && subject < clause).then_some((subject, clause))
    }

    fn noun_of_relative(&self, subject: usize) -> usize {
        self.referents(subject).first().copied().unwrap_or(subject)
    }
}
