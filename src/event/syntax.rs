//! The dependency tree of a sentence, asked by its tokens.

use crate::text::grammar::{ActorLink, Breadth, ReadSentence, Reading, Upos, Word};

/// Who acts.
pub(super) struct Actor {
    /// The word that heads the phrase.
    pub(super) head: usize,
    pub(super) link: ActorLink,
    /// The last token of the phrase with all that hangs on it.
    pub(super) last: usize,
}

/// A sentence's tree.
pub(super) struct Syntax<'a> {
    pub(super) read: &'a ReadSentence<'a>,
    pub(super) reading: Reading<'a>,
}

impl<'a> Syntax<'a> {
    /// None for a sentence without words.
    pub(super) fn new(read: &'a ReadSentence<'a>) -> Option<Self> {
        let reading = (!read.words.is_empty()).then(|| read.reading())?;
        Some(Self { read, reading })
    }

    /// The word that heads the subject of the verb at token `verb`: its own, that of the verb it is joined to, or
    /// the noun it describes. None if the tree knows none or it is a mere pronoun.
    pub(super) fn actor(&self, verb: usize) -> Option<Actor> {
        let word = self.read.word_of_token(verb)?;
        // A verb that the model takes for a noun still has its subject.
        let is_verb = matches!(self.upos(word)?, Upos::Verb | Upos::Aux | Upos::Noun);
        let actor = self.reading.actor(word).filter(|_| is_verb)?;
        // `steams … and the leader warns`: what the tree calls one phrase is two clauses.
        let disagrees = self.xpos(word) == "VBZ" && self.xpos(actor.at) == "NNS";
        if disagrees {
            return None;
        }
        self.is_named(actor.at)?.then_some(Actor {
            head: actor.at,
            link: actor.link,
            last: self.last_of(actor.at)?,
        })
    }

    /// Whether the verb at token `verb` is a participle that describes the noun before it: `people moved to the coast`.
    /// A sentence has another verb then, a heading may have none.
    pub(super) fn is_reduced(&self, verb: usize, is_heading: bool) -> bool {
        let word = self.read.word_of_token(verb);
        let may_be = |word: &usize| is_heading || self.reading.is_in_clause(*word);
        word.filter(may_be)
            .is_some_and(|word| self.reading.is_reduced(word))
    }

    /// The words that head the subject and the predicate of the clause that is the object of the verb at token `verb`.
    pub(super) fn told_clause(&self, verb: usize) -> Option<(usize, usize)> {
        let told = self.reading.told_clause(self.read.word_of_token(verb)?);
        told.filter(|(subject, _)| self.is_named(*subject) == Some(true))
    }

    /// The last token of the phrase that the word `at` heads, with all that hangs on it.
    pub(super) fn last_of(&self, at: usize) -> Option<usize> {
        let last = self.reading.phrase(at).end.checked_sub(1)?;
        Some(self.read.forms.get(last)?.last)
    }

    /// Whether the word at `token` is the main predicate of a heading, or joined to it, or hangs on the noun that
    /// stands in its place: `Barn destroyed by fire`.
    pub(super) fn is_predicate(&self, token: usize) -> bool {
        let Some(word) = self.read.word_of_token(token) else {
            return false;
        };
        let mut above = self.reading.ancestors(word);
        let relation = |at: usize| self.read.words.get(at).map_or("", Word::relation);
        let main = match relation(word) {
            "acl" | "amod" => above.nth(1),
            _ => above.find(|at| !matches!(relation(*at), "conj" | "parataxis")),
        };
        main.is_some_and(|main| relation(main) == "root")
    }

    /// The token of the verb that a form in -ing at token `verb` goes with: `came home, finding …`. None if a word
    /// before it says that it came before or after.
    pub(super) fn goes_with(
        &self,
        verb: usize,
        is_earlier: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let word = self.read.word_of_token(verb)?;
        let own = self.read.words.get(word)?;
        let goes = own.xpos == "VBG" && own.relation() == "advcl";
        let mut all = self.read.words.iter().zip(&self.read.forms);
        let is_apart = all.any(|(other, form)| {
            other.head_index() == Some(word)
                && matches!(other.relation(), "mark" | "case")
                && is_earlier(form.first)
        });
        let head = own.head_index().filter(|_| goes && !is_apart)?;
        self.token(head)
    }

    /// Whether the word at `token` only describes a noun.
    pub(super) fn is_modifier(&self, token: usize) -> bool {
        self.word(token)
            .is_some_and(|word| matches!(word.relation(), "amod" | "compound"))
    }

    /// Whether the word at `token` binds a noun, not a clause.
    pub(super) fn is_preposition(&self, token: usize) -> bool {
        self.word(token)
            .is_some_and(|word| word.relation() == "case")
    }

    /// Whether the word at `token` is a verb in the past tense.
    pub(super) fn is_past(&self, token: usize) -> bool {
        self.word(token).is_some_and(|word| word.xpos == "VBD")
    }

    /// Whether the word at `token` is what the whole sentence hangs on.
    pub(super) fn is_root(&self, token: usize) -> bool {
        self.word(token)
            .is_some_and(|word| word.relation() == "root")
    }

    /// Whether the word at `token` opens a clause without being a part of it: `that`, not `which`.
    pub(super) fn is_mark(&self, token: usize) -> bool {
        self.word(token)
            .is_some_and(|word| word.relation() == "mark")
    }

    /// Whether the noun at `token` hangs on a verb as no object, though no preposition stands before it: `stood miles
    /// away`.
    pub(super) fn is_measure(&self, token: usize) -> bool {
        self.word(token)
            .is_some_and(|word| word.deprel == "obl:unmarked")
    }

    /// Whether the word at `token` is the small word of a verb: `picked up two sailors`.
    pub(super) fn is_particle(&self, token: usize) -> bool {
        self.word(token)
            .is_some_and(|word| word.deprel == "compound:prt")
    }

    /// The token of the noun that the clause of the verb at token `verb` describes.
    pub(super) fn described_by(&self, verb: usize) -> Option<usize> {
        let own = self.read.words.get(self.read.word_of_token(verb)?)?;
        let noun = own.head_index().filter(|_| own.deprel == "acl:relcl")?;
        let is_noun = matches!(self.upos(noun), Some(Upos::Noun | Upos::Propn));
        self.token(noun).filter(|_| is_noun)
    }

    /// The tokens of the nouns that the noun at token `noun` describes, the nearest first: `storm` for `force` of `a
    /// storm of great force`.
    pub(super) fn owners_of(&self, noun: usize) -> impl Iterator<Item = usize> {
        let word = |at: &usize| self.read.words.get(*at);
        let first = self.read.word_of_token(noun);
        let describes = move |at: &usize| word(at).is_some_and(|own| own.relation() == "nmod");
        let above = first.into_iter().flat_map(|at| self.reading.ancestors(at));
        let heads = above
            .take_while(describes)
            .filter_map(move |at| word(&at)?.head_index());
        heads.filter_map(|head| self.token(head))
    }

    /// The token of the verb whose subject the noun at token `noun` heads.
    pub(super) fn verb_of_subject(&self, noun: usize) -> Option<usize> {
        let word = self.read.word_of_token(noun)?;
        let own = self.read.words.get(word)?;
        let verb = own.head_index().filter(|_| own.relation() == "nsubj")?;
        self.token(verb)
            .filter(|_| self.upos(verb) == Some(Upos::Verb))
    }

    /// The word that heads the object of the verb at token `verb`, and its first and last token.
    pub(super) fn object(&self, verb: usize) -> Option<(usize, usize, usize)> {
        let word = self.read.word_of_token(verb)?;
        let object = self.reading.objects(word).first().copied()?;
        let first = self.reading.phrase(object).start;
        let first = self.read.forms.get(first)?.first;
        let last = self.last_of(object)?;
        self.is_named(object)?.then_some((object, first, last))
    }

    fn is_named(&self, actor: usize) -> Option<bool> {
        Some(match self.upos(actor)? {
            Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Det => true,
            Upos::Pron => matches!(self.xpos(actor), "NN" | "CD" | "JJ" | "DT"),
            _ => false,
        })
    }

    /// The tokens of the noun phrase that the word `at` heads, as a headline has it: runs of first and last
    /// token. `breadth` says how much of what hangs on it stays.
    pub(super) fn phrase(
        &self,
        at: usize,
        breadth: Breadth,
        is_left_out: impl Fn(usize) -> bool,
    ) -> Vec<(usize, usize)> {
        let leaves_out = |word: usize| {
            let form = self.read.forms.get(word);
            // `at first the mayor refused`
            let is_order = word.checked_sub(1).is_some_and(|at| {
                let is = |at: usize, form: &str| {
                    let written = self.read.written.get(at);
                    written.is_some_and(|word| word.eq_ignore_ascii_case(form))
                };
                is(at, "at") && is(word, "first")
            });
            is_order || form.is_some_and(|form| is_left_out(form.first))
        };
        let words = self.reading.headline_phrase(at, breadth, &leaves_out);
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for form in words.iter().filter_map(|word| self.read.forms.get(*word)) {
            match runs.last_mut() {
                Some((_, last)) if form.first <= *last + 1 => *last = form.last.max(*last),
                _ => runs.push((form.first, form.last)),
            }
        }
        runs
    }

    /// Whether the word `at` is a noun in the plural, or several joined.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        // `MPs`
        let is_letters = || {
            let written = self
                .read
                .written
                .get(at)
                .and_then(|word| word.strip_suffix('s'));
            written.is_some_and(|word| 1 < word.len() && word.chars().all(char::is_uppercase))
        };
        matches!(self.xpos(at), "NNS" | "NNPS")
            || is_letters()
            || self.reading.child(at, &["conj"]).is_some()
    }

    /// The name that stands beside a common noun: `Rui Costa` of `its captain, Rui Costa`.
    pub(super) fn name_beside(&self, at: usize) -> Option<usize> {
        self.reading.name_beside(at)
    }

    /// The token that the word `at` is or begins in.
    pub(super) fn token(&self, at: usize) -> Option<usize> {
        Some(self.read.forms.get(at)?.first)
    }

    fn word(&self, token: usize) -> Option<&Word> {
        self.read.words.get(self.read.word_of_token(token)?)
    }

    fn upos(&self, at: usize) -> Option<Upos> {
        Some(self.read.words.get(at)?.upos)
    }

    fn xpos(&self, at: usize) -> &str {
        self.read.words.get(at).map_or("", |word| word.xpos)
    }
}
