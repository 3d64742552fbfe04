//! Fillers: words of a question that are not its subject. `which clusters deal with hydrogen?` is a
//! search for hydrogen, and so is `contatti cluster idrogeno`.
//!
//! They are ignored as long as other words are left. They belong to the languages, not to the
//! documents. A filler that is the whole query, quoted, part of a compound (`bio-based`), or in
//! capitals in a text of lower case is searched for.

use super::operators::is_operator;
use super::terms::{SearchText, Term, TermKind};
use crate::search::tokenizer::CAPITALS;
use std::ops::Range;

/// Questions, wishes, and their links to the subject. Sequences count only as a whole if their
/// words may be subjects: `part of`, but `spare parts`.
const QUESTIONS: &str = "\
    abbiamo,about,across,active,alcune,alcuni,all,also,altre,altri,am,ambiti,ambito,anche,any,\
    anyone,anything,appartenente,appartenenti,appartengono,appartiene,are,area of,areas of,\
    argomenti,argomento,around,as,attiva,attive,attivi,attivo,available,avere,basata,basate,basati,\
    basato,base a,base in,based,be,because,been,being,belong,belonging,belongs,best,best known,\
    biggest,bisogno,called,campo,can,cerca,cercando,cercare,cercasi,cerchiamo,cerco,che,chi,chiama,\
    chiamano,ci,ciao,close to,coinvolta,coinvolte,coinvolti,coinvolto,come,concerned,concerning,\
    conoscere,conosci,conosco,consiglia,consigliare,cosa,cose,could,cover,covering,covers,cui,dammi,\
    deal,dealing,deals,dedicata,dedicate,dedicated,dedicati,dedicato,develop,developing,develops,\
    devo,did,dimmi,dintorni,do,dobbiamo,does,doing,dove,each,elenca,elenchi,elenco,engaged,era,\
    esiste,esistente,esistenti,esistono,essere,every,exist,existing,exists,explain,fa,fa parte,\
    facciamo,faccio,fanno,fanno parte,far parte,fare,field,fields,find,finding,focus,focused,\
    focuses,focusing,focussed,gather,gathers,get,give,good at,grande,grandi,grazie,ha,had,hai,hanno,\
    has,have,having,headquartered,hello,help,here,ho,how,i am,if,important,importante,importanti,\
    in charge,in materia,including,inerente,inerenti,interessa,interessano,interessata,interessate,\
    interessati,interessato,interested,into,involve,involved,involves,involving,is,kind of,kinds of,\
    know,largest,lavora,lavorano,lavorare,leading,learn,legata,legate,legati,legato,lets,like,list,\
    lista,listing,lists,localizzati,localizzato,located,look,looking,looks,ma,main,many,may,me,mi,\
    might,migliore,migliori,molti,molto,more,most,mostra,mostrami,mostrare,much,must,my,named,near,\
    nearby,need,needed,needs,noi,occupa,occupando,occupano,occuparsi,offer,offering,offers,offre,\
    offrono,ogni,on behalf,opera,operano,operante,operanti,operare,operate,operates,operating,our,\
    part of,parte di,parts of,people,per favore,perche,persone,piu,please,possiamo,possibile,posso,\
    possono,potrei,prego,presente,presenti,principale,principali,produces,producing,producono,\
    promote,promotes,promuove,promuovono,puo,qual,qualche,qualcosa,qualcuno,quale,quali,quando,\
    quanta,quante,quanti,quanto,quella,quelle,quelli,quello,questa,queste,questi,questo,qui,\
    recommend,regarding,related,relating,relativa,relative,relativi,relativo,relevant,riguarda,\
    riguardano,riguardante,riguardanti,riguardo,riunisce,riuniscono,rivolgermi,rivolgersi,rivolgo,\
    salve,sapere,say,se,search,searching,seated,sector,sectors,sede,see,seek,seeking,serve,servono,\
    settore,settori,shall,should,show,si,sia,siamo,siano,situata,situate,situated,situati,situato,\
    so,soltanto,some,someone,someone who,something,sono,sort of,specialise,specialised,specialises,\
    specialising,specialize,specialized,specializes,specializing,specializzata,specializzate,\
    specializzati,specializzato,stiamo,sto,su cosa,sua,subject,subjects,suggest,suo,suoi,sviluppa,\
    sviluppano,sviluppare,take part,takes part,taking part,tell,tema,temi,thanks,their,them,there,\
    these,they,this,those,tipi di,tipo di,topic,topics,tratta,trattano,trattare,trova,trovami,\
    trovano,trovare,trovo,tutta,tutte,tutti,tutto,type of,types of,understand,usano,using,vi,vicina,\
    vicine,vicini,vicino,vogliamo,voglio,vorrei,vorremmo,want,wanted,wants,was,we,were,what,whats,\
    when,where,wheres,which,who,whom,whos,whose,why,will,wish,within,work,working,works,would,you,\
    your";

/// What people mean to do with what they find, and with whom: get in touch, join, work together.
const INTENTS: &str = "\
    aderenti,aderire,aderisce,aderiscono,adesione,apply,associarsi,azienda,aziende,become,business,\
    businesses,collaborare,collaborate,companies,company,contact,contacting,contacts,contattare,\
    contatti,contatto,ditta,ditte,diventare,e mail,email,emails,ente,enti,entrare,esperti,esperto,\
    expert,experts,firm,firms,homepage,impresa,imprese,incontrare,indirizzo,info,information about,\
    information on,informazioni,iscriversi,iscrizione,join,joining,mail,meet,member,members,\
    membership,membri,membro,organisation,organisations,organization,organizations,organizzazione,\
    organizzazioni,partecipa,partecipano,partecipare,participate,participates,participating,partner,\
    partnering,partners,partnership,partnerships,phone,phone number,progetti,progetto,project,\
    projects,sito,sito internet,sito web,soci,socio,startup,startups,telefono,telephone,web site,\
    webpage,website,websites";

/// All fillers of one word.
pub(in crate::search) fn filler_words() -> impl Iterator<Item = &'static str> {
    let fillers = QUESTIONS.split(',').chain(INTENTS.split(','));
    fillers.filter(|filler| !filler.contains(' '))
}

impl SearchText {
    /// Marks fillers, each kind as long as other words are left: `come aderire` searches for
    /// `aderire`, and `come` alone for itself.
    pub(super) fn set_fillers_aside(&mut self) {
        for fillers in [QUESTIONS, INTENTS] {
            let found = self.fillers(fillers);
            let is_left = |(place, term): (usize, &Term)| {
                matches!(term.kind, TermKind::Word | TermKind::Phrase) && !found[place]
            };
            if !self.terms.iter().enumerate().any(is_left) {
                continue;
            }
            for (term, _) in self.terms.iter_mut().zip(&found).filter(|(_, is)| **is) {
                term.kind = TermKind::Filler;
            }
        }
    }

    /// The words and phrases that are searched for, as typed; alternatives in one, with the operator
    /// between them.
    pub fn searched(&self) -> Vec<&str> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for term in self.terms.iter().filter(|term| term.is_required()) {
            match ranges.last_mut() {
                Some(before) if term.is_alternative => before.end = term.source.end,
                _ => ranges.push(term.source.clone()),
            }
        }
        let ranges = ranges.into_iter();
        ranges.map(|range| &self.text[range]).collect()
    }

    /// The fillers, as typed.
    pub fn set_aside(&self) -> impl Iterator<Item = &str> {
        let fillers = self
            .terms
            .iter()
            .filter(|term| term.kind == TermKind::Filler);
        fillers.map(|term| &self.text[term.source.clone()])
    }

    /// The folded words of a text that may be a name: without fillers, but with stop words. Empty if the
    /// text has operators, except for quotes, and so is no name.
    pub(crate) fn name(&self) -> Vec<String> {
        if self.has_alternatives() || !self.excluded.is_empty() {
            return Vec::new();
        }
        let terms = self.without_fillers();
        let words = terms.iter().flat_map(|term| &term.words);
        words.cloned().collect()
    }

    /// The terms without fillers and the stop words that link them to others.
    pub(in crate::search) fn without_fillers(&self) -> Vec<&Term> {
        let mut terms = Vec::with_capacity(self.terms.len());
        let mut is_linked = false;
        for term in &self.terms {
            match term.kind {
                TermKind::Filler => {
                    is_linked = true;
                    while terms
                        .pop_if(|last: &mut &Term| last.kind == TermKind::Optional)
                        .is_some()
                    {}
                }
                TermKind::Optional if is_linked => {}
                _ => {
                    is_linked = false;
                    terms.push(term);
                }
            }
        }
        terms
    }

    /// Marks the terms that are among these fillers.
    fn fillers(&self, fillers: &str) -> Vec<bool> {
        let mut found = vec![false; self.terms.len()];
        for filler in fillers.split(',') {
            let length = filler.split(' ').count();
            for first in 0..(self.terms.len() + 1).saturating_sub(length) {
                let terms = &self.terms[first..first + length];
                let words = filler.split(' ');
                if terms
                    .iter()
                    .zip(words)
                    .all(|(term, word)| term.words[0] == word && term.kind != TermKind::Phrase)
                    && (length > 1 || self.is_plain(&terms[0]))
                {
                    found[first..first + length].fill(true);
                }
            }
        }
        found
    }

    /// Whether a word is an ordinary one: neither part of a compound nor a name in capitals.
    fn is_plain(&self, term: &Term) -> bool {
        !self.is_joined(term, '-') && !self.is_name(term)
    }

    /// Whether a connector joins a word to a neighbour.
    pub(super) fn is_joined(&self, term: &Term, connector: char) -> bool {
        let (before, after) = (
            &self.text[..term.source.start],
            &self.text[term.source.end..],
        );
        let follows = before.strip_suffix(connector);
        let leads = after.strip_prefix(connector);
        follows.is_some_and(|before| before.ends_with(char::is_alphanumeric))
            || leads.is_some_and(|after| after.starts_with(char::is_alphanumeric))
    }

    /// Whether a word is in capitals in a text that is not. Operators are not names.
    pub(super) fn is_name(&self, term: &Term) -> bool {
        term.spelling & CAPITALS != 0
            && self.text.chars().any(char::is_lowercase)
            && !is_operator(&self.text[term.source.clone()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fillers_are_separated_from_the_subject() {
        for (text, searched, set_aside) in [
            (
                "which clusters deal with hydrogen?",
                "clusters hydrogen",
                "which deal",
            ),
            (
                "cerco partner idrogeno in Lombardia",
                "idrogeno Lombardia",
                "cerco partner",
            ),
            ("contatti cluster energia", "cluster energia", "contatti"),
            (
                "Quali cluster si occupano di idrogeno?",
                "cluster idrogeno",
                "Quali si occupano",
            ),
            (
                "list of clusters based in Milan",
                "clusters Milan",
                "list based",
            ),
            ("is Brescia part of it", "Brescia it", "is part of"),
            // Fillers in compounds, in quotes or in capitals are ordinary words.
            ("bio-based materials", "bio based materials", ""),
            ("\"made to work\" wood", "made to work wood", ""),
            ("health for ALL", "health ALL", ""),
            ("WHERE IS ALBA", "ALBA", "WHERE IS"),
            ("e-mail energy", "energy", "e mail"),
            ("spare parts", "spare parts", ""),
            // Fillers match if they are the whole query; intentions give way to subjects.
            ("where", "where", ""),
            ("partner", "partner", ""),
            ("come aderire", "aderire", "come"),
            ("how do I contact a company", "contact company", "how do"),
            ("", "", ""),
        ] {
            let parsed = SearchText::parse(text);
            let found = [parsed.searched(), parsed.set_aside().collect()].map(|it| it.join(" "));
            assert_eq!(found, [searched, set_aside], "{text}");
        }
    }
    #[test]
    fn alternatives_are_searched_for_as_one() {
        for (text, searched) in [
            (
                "who works on wind OR sun in Milan",
                &["wind OR sun", "Milan"][..],
            ),
            ("wind OR sun OR waves", &["wind OR sun OR waves"]),
            ("wind or sun", &["wind", "sun"]),
        ] {
            assert_eq!(SearchText::parse(text).searched(), searched, "{text}");
        }
    }
}
