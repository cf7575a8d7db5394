//! Classes that the words around a word leave no choice of.

use super::model::Model;
use super::word::Upos;

/// Puts right what no sentence has: another class than that of a particle for `to` before a verb (`is due to rule`),
/// a verb behind `according to`, two verbs for one subject (`Acme shares rose`), a sentence that begins with a verb in the third person (`Clashes in Lima left three
/// dead`).
pub(super) fn settle(model: &Model, forms: &[&str], tags: &mut [u16]) {
    let mut settling = Settling { model, forms, tags };
    settling.opening();
    for at in 1..forms.len() {
        settling.behind_to(at);
        settling.before_verb(at);
    }
}

struct Settling<'a> {
    model: &'a Model,
    forms: &'a [&'a str],
    tags: &'a mut [u16],
}

impl Settling<'_> {
    fn behind_to(&mut self, at: usize) {
        if !self.is(at - 1, "to") || self.xpos(at) != "VB" {
            return;
        }
        if 1 < at && self.is(at - 2, "according") {
            self.become_of(at, "NN", Upos::Noun);
        } else {
            self.become_of(at - 1, "TO", Upos::Part);
        }
    }

    fn before_verb(&mut self, at: usize) {
        let is_asking = || (0..at).any(|at| self.xpos(at).starts_with('W'));
        let follows_noun = self.xpos(at - 1).starts_with("NN");
        let is_two = self.xpos(at) == "VBZ" && matches!(self.xpos(at + 1), "VBD" | "MD");
        let may_be = self
            .forms
            .get(at)
            .is_some_and(|form| form.ends_with('s') && 3 < form.len());
        if is_two && follows_noun && may_be && !is_asking() {
            self.become_of(at, "NNS", Upos::Noun);
        }
    }

    fn opening(&mut self) {
        let is_plural = self.forms.first().is_some_and(|form| {
            let is_small = form.ends_with('s') && form.contains(char::is_lowercase);
            is_small && 3 < form.len()
        });
        let is_sentence = self.forms.last() == Some(&".");
        if is_plural && is_sentence && self.xpos(0) == "VBZ" && self.xpos(1) == "IN" {
            self.become_of(0, "NNS", Upos::Noun);
        }
    }

    fn is(&self, at: usize, form: &str) -> bool {
        let own = self.forms.get(at);
        own.is_some_and(|own| own.eq_ignore_ascii_case(form))
    }

    fn xpos(&self, at: usize) -> &str {
        self.model.xpos(self.tags, at)
    }

    fn become_of(&mut self, at: usize, xpos: &str, upos: Upos) {
        let mut tags = self.model.tags.iter();
        let number = tags.position(|tag| tag.xpos == xpos && tag.upos == upos);
        let number = number.and_then(|number| u16::try_from(number).ok());
        if let (Some(tag), Some(number)) = (self.tags.get_mut(at), number) {
            *tag = number;
        }
    }
}
