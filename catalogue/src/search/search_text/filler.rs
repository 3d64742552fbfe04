//! Fillers: words of a question that are not its subject. `which clusters deal with hydrogen?` is a
//! search for hydrogen, and so is `contatti cluster idrogeno`.
//!
//! They are ignored as long as other words are left. They belong to the languages, not to the
//! documents. A filler that is the whole query, quoted, part of a compound (`bio-based`), or in
//! capitals in a text of lower case is searched for.

use super::operators::is_operator;
use super::terms::{Hint, SearchText, Term, TermKind};
use crate::search::tokenizer::CAPITALS;
use std::ops::Range;

/// Questions, wishes, and their links to the subject. Sequences count only as a whole if their
/// words may be subjects: `part of`, but `spare parts`. A star stands for any ending.
const QUESTIONS: &str = "\
    abbiamo,able,about,across,active,adesso,aiuta,aiutare,aiutarmi,aiuto,alcune,alcuni,all,\
    allow,already,also,altre,altri,always,am,ambiti,ambito,amid,among,amongst,anche,any,\
    anybody,anyone,anything,appartenente,appartenenti,appartengono,appartiene,are,area of,\
    areas of,argoment*,around,as,at all,attiva,attive,attivi,attivo,available,avere,avrei,\
    avremmo,away,back,basat*,base a,base in,based,be,because,been,before,being,belong*,\
    best,best known,better,between,biggest,bisogno,both,bring,brings,build,builds,buonasera,\
    buongiorno,called,came,campo,can,ce,cerca*,cerchiamo,cerco,certain,che,check,chi,\
    chiama,chiamano,chiedere,choose,ci,ciao,close to,coinvol*,come,comes,completa,complete,\
    completo,concern*,conoscere,conoscete,conosci,conosco,consiglia*,coordina,coordinate,\
    coordinated,coordinates,cosa,cose,could,cover,covering,covers,cui,currently,d,dammi,\
    deal,dealing,deals,dedicat*,dentro,describe,develop,developing,develops,devo,dice,did,\
    dimmi,dintorni,dirci,dire,direi,dirmi,discover,dite,do,dobbiamo,does,doesn,doing,don,\
    done,dove,dovr*,during,each,either,elenc*,else,engaged,enough,entro,era,esist*,essere,\
    even,every,everybody,everyone,everything,exactly,exist,existing,exists,explain,fa,\
    fa parte,facciamo,faccio,fanno,fanno parte,far parte,fare,feel,few,field,fields,figure,\
    find,finding,focus*,found,founded,founders,from,full,fuori,gather,gathers,gentile,\
    gentilmente,get,getting,give,gives,giving,go,going,good,good at,grande,grandi,grazie,\
    great,guida,ha,had,hai,hanno,happen,happening,happy,has,have,having,headquartered,\
    hear,hello,help,here,hi,ho,how,i am,if,importan*,in charge,in materia,including,\
    inerent*,insieme,interess*,interest*,into,invece,involv*,is,just,keep,kind of,kindly,\
    kinds of,know,largest,lavora,lavorano,lavorare,lead,leading,leads,learn,legat*,let,\
    lets,like,list,lista,listing,lists,localizzat*,located,look,looking,looks,lots,love,\
    loves,ma,main,make,maker,makes,making,manage,manages,manufacture,manufactures,many,may,\
    me,mean,means,meno,mi,might,migliore,migliori,mille,modo,molti,molto,more,most,\
    mostra*,much,must,my,name,named,names,near,nearby,need,needed,needs,next,no,nobody,\
    noi,now,numero,occupa,occupan*,occupars*,offer,offering,offers,offr*,ogni,on behalf,\
    one,ones,only,opera,operano,operante,operanti,operare,operate,operates,operating,ora,\
    other,others,our,out,outside,over,overview,own,panoramica,parla,parlare,part of,\
    parte di,parts of,pensando,people,per caso,per favore,perche,persone,piacere,piacerebbe,\
    piccola,piccole,piccoli,piccolo,piu,place,places,please,possa,possiamo,possib*,posso,\
    possono,potete,potr*,potreste,prego,presente,presenti,principale,principali,produce,\
    produced,produces,producing,producono,promote*,promuov*,provide,provides,providing,puo,\
    puoi,put,qual,qualche,qualcosa,qualcuno,quale,quali,quando,quanta,quante,quanti,quanto,\
    quel,quella,quelle,quelli,quello,questa,queste,questi,questo,qui,rather,read,ready,\
    recommend*,regard*,related,relating,relativ*,relevant,responsabile,responsible,riguard*,\
    riun*,rivolg*,run,running,runs,sai,salve,same,sapere,sapet*,sapre*,say,scoprire,\
    scrivendo,scrivere,scrivo,se,search,searching,seated,sector,sectors,sede,see,seek,\
    seeking,segue,seguono,sell,selling,sells,sempre,send,serve,servirebbe,servono,settore,\
    settori,several,shall,should,show,si,sia,siamo,siano,siete,since,sit,sits,situat*,\
    small,so,so far,solo,soltanto,some,somebody,someone,someone who,something,sono,soon,\
    soprattutto,sort of,speak,specialise*,specialisi*,specialize*,specializi*,specializzat*,\
    specific,spiegami,sta,stanno,start,starting,stiamo,still,sto,student,studente,\
    studentessa,students,studio,study,su cosa,sua,subject,subjects,such,sugger*,suggest*,\
    suo,suoi,support,supports,sure,sviluppa,sviluppano,sviluppare,take,take part,taken,\
    takes,takes part,taking,taking part,talk,team,tell,tema,temi,ten,tesi,than,thank,\
    thanks,that,their,them,then,there,these,thesis,they,thing,things,think,thinking,this,\
    those,tipi di,tipo di,together,too,top,topic,topics,towards,tratta,trattano,trattare,\
    trouble,trova*,trovo,try,trying,turn,tutta,tutte,tutti,tutto,two,type of,types of,\
    understand,until,up,us,usano,use,used,useful,uses,using,utile,utili,va,vada,various,\
    vende,vendere,vendiamo,vendo,vengono,very,vi,vicina,vicine,vicini,vicino,viene,visit,\
    visitare,visiting,vogl*,vorr*,want*,was,way,ways,we,well,were,what,whatever,whats,\
    when,where,wheres,whether,which,while,who,whoever,whole,whom,whos,whose,why,will,\
    wish,within,without,wonder,wondering,work,working,works,would,write,writes,writing,yet,\
    you,your,zona";

/// What people mean to do with what they find, and with whom: get in touch, join, work together.
const INTENTS: &str = "\
    aderenti,aderire,aderisce,aderiscono,adesione,apply,associarsi,azienda,aziende,become,\
    business,businesses,collaborare,collaborate,companies,company,contact*,contatt*,ditta,\
    ditte,diventare,e mail,email,emails,ente,enti,entrare,esperti,esperto,expert,experts,\
    firm,firms,headquarters,homepage,impresa,imprese,incontrare,indirizzo,info,\
    information about,information on,informazioni,iscriversi,iscrizione,join,joining,mail,meet,\
    member,members,membership,membri,membro,organisation,organisations,organization,\
    organizations,organizzazione,organizzazioni,partecip*,participat*,partner,partnering,\
    partners,partnership,partnerships,phone,phone number,progetti,progetto,project,projects,\
    sito,sito internet,sito web,soci,socia,socie,socio,startup,startups,telefono,telephone,\
    web site,webpage,website,websites";

/// What records of this kind are called. In a sentence, any of them may be meant by `district` or
/// `network`, so that they need not match; those that say so beside the subject lead.
const KINDS: &str = "\
    aggregazione,aggregazioni,alleanza,alleanze,alliance,alliances,association,associations,associazione,associazioni,consortia,consortium,consorzi,consorzio,\
    distretti,distretto,district,districts,filiera,filiere,group,groups,gruppi,gruppo,hub,hubs,network,networks,\
    poles,poli,polo,region,regione,regioni,regions,rete,reti";

/// All fillers of one word; a star stands for any ending.
pub(in crate::search) fn filler_words() -> impl Iterator<Item = &'static str> {
    let fillers = QUESTIONS.split(',').chain(INTENTS.split(','));
    fillers.filter(|filler| !filler.contains(' '))
}

/// Whether a word is an entry of a list, in which a star stands for any ending.
pub(in crate::search) fn is_entry(word: &str, entry: &str) -> bool {
    match entry.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == entry,
    }
}

impl SearchText {
    /// Marks fillers, each kind as long as other words are left: `come aderire` searches for
    /// `aderire`, and `come` alone for itself.
    pub(super) fn set_fillers_aside(&mut self, hints: &[Hint]) {
        for fillers in [QUESTIONS, INTENTS] {
            let mut found = self.fillers(fillers);
            for (found, hint) in found.iter_mut().zip(hints) {
                match hint {
                    Hint::None => {}
                    Hint::Topic => *found = false,
                    Hint::Misspelt => *found = true,
                }
            }
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
        let is_sentence = self.terms.iter().any(|term| !term.is_required());
        if is_sentence {
            self.make_kinds_optional();
        }
    }

    /// Makes the words of [`KINDS`] optional, if other words are left.
    fn make_kinds_optional(&mut self) {
        let found = self.fillers(KINDS);
        let is_left = |(term, is_kind): (&Term, &bool)| term.is_required() && !is_kind;
        if !self.terms.iter().zip(&found).any(is_left) {
            return;
        }
        for (term, _) in self.terms.iter_mut().zip(&found).filter(|(_, is)| **is) {
            term.kind = TermKind::Optional;
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
    /// text has operators, except for quotes, and so is not a name.
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
                        .pop_if(|last: &mut &Term| last.is_stop_word())
                        .is_some()
                    {}
                }
                TermKind::Optional if is_linked && term.is_stop_word() => {}
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
                if terms.iter().zip(words).all(|(term, word)| {
                    is_entry(&term.words[0], word) && term.kind != TermKind::Phrase
                }) && (length > 1 || self.is_plain(&terms[0]))
                {
                    found[first..first + length].fill(true);
                }
            }
        }
        found
    }

    /// Whether a word is an ordinary one: neither part of a compound nor a name in capitals.
    pub(in crate::search) fn is_plain(&self, term: &Term) -> bool {
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
    pub(in crate::search) fn is_name(&self, term: &Term) -> bool {
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
            // Any ending of a stem, and what any business says of itself.
            (
                "my firm makes sensors and is looking for partners",
                "sensors",
                "my firm makes is looking partners",
            ),
            (
                "mi sapreste suggerire chi è coinvolto nei droni?",
                "droni",
                "mi sapreste suggerire chi coinvolto",
            ),
            // In a sentence, what records are called need not match; in a name it does.
            (
                "list of aerospace districts in Lazio",
                "aerospace Lazio",
                "list",
            ),
            (
                "in quale regione c'è una rete per i robot",
                "robot",
                "quale",
            ),
            ("distretto ferroviario", "distretto ferroviario", ""),
            ("which network", "network", "which"),
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
