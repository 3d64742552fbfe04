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
    abbiamo,able,about,abt,across,active,active in,actually,adesso,adn,aiut*,al momento,\
    alcune,alcuni,all,alla ricerca,allow,almeno,alot,already,also,altre,altri,always,am,\
    ambiti,ambito,amid,among,amongst,anche,ancora,answer,answering,answers,any,anybody,\
    anybodys,anyone,anyones,anything,anyting,anywhere,appartenente,appartenenti,\
    appartengono,appartiene,appassionat*,appear,appears,are,area of,areas of,arent,\
    argoment*,around,as,ask,asking,at all,at present,attiva,attive,attivi,attivo,attorno,\
    attualmente,available,avere,avete,avrei,avremmo,avuto,aware,away,back,basat*,base a,\
    base in,based,basically,be,because,been,before,being,belong*,besides,best,better,\
    between,biggest,bisogno,both,bother,bring,bringing,brings,brought,browse,build,builds,\
    bunch,buonasera,buongiorno,called,came,campo,can,cant,capire,ce,cerca*,cerchiamo,cerco,\
    certain,chance,che,che anno,che fine,checking,chi,chiama,chiamano,chied*,chiunque,\
    choose,ci,ciao,cioe,circa,cld,close to,cmq,coinvol*,collocat*,come,come mai,comes,\
    cominciare,compare,comparing,completa,complete,completo,comprende,comprendono,comprise,\
    comprises,concentrate,concentrates,concentrating,concern*,confront,confronta,\
    confrontare,connected with,conoscere,conoscete,conosci,conosco,consiglia*,consist*,\
    consultare,conta,contain,containing,contains,contano,coordina,coordinate,coordinated,\
    coordinates,cordiali saluti,cos,cosa,cose,cost,costa,costituit*,costruisce,costruiscono,\
    costs,could,count,counts,cover,covering,covers,credete,credo,cui,curious,currently,d,\
    dalle parti,dammi,deal,dealing,deals,dealt,dear,debba,dedicat*,dela,deliver,delivers,\
    dentro,describe,develop,developing,develops,devi,devo,devono,devoted,dice,dicono,did,\
    difference,differences,differenza,differenze,dimmi,dintorni,dirci,dire,directory,direi,\
    diretta da,diretto da,dirmi,discover,distinti saluti,dite,diteci,ditemi,do,dobbiamo,\
    does,doesn,doesnt,doing,domanda,don,done,dont,dov,dove,dovr*,during,each,eager,ecc,\
    eccetera,ehi,either,elenc*,else,elsewhere,engage,engaged,engages,enough,entro,era,\
    esattamente,esclusivamente,esempi*,esist*,especially,esplorare,essere,etc,even,\
    eventuali,ever,every,everybody,everyone,everything,everywhere,exactly,example,examples,\
    exist,existing,exists,explain,explore,exploring,fa,fa parte,facciamo,faccio,familiar,\
    fammi,fanno,fanno parte,far parte,fare,fateci,fatemi,fatto,feel,few,field,fields,figure,\
    find,finding,focus*,fond,fondat*,fornisc*,forse,found,founded,founders,fro,from,full,\
    funziona,funzionano,fuori,gather,gathered,gathers,gentile,gentilmente,gestisce,\
    gestiscono,gestit*,get,getting,gia,giornalista,give,gives,giving,go,going,gonna,good,\
    good afternoon,good at,good evening,good morning,got,gotten,gradirei,gradiremmo,grande,\
    grandi,grateful,grazie,great,grz,guardare,guess,guida,guidata,guidato,guided,ha,had,hai,\
    hallo,handle,handles,handling,hanno,happen,happening,happy,has,hav,have,having,headed,\
    headquarter,headquartered,hear,hei,hello,help,here,hers,hey,hi,him,hint,ho,hola,hold,\
    holds,hope,hopes,hoping,host,hosts,how,how much,how old,hte,i am,id like,idea,identify,\
    if,im,importan*,in cerca,in charge,in materia,in questo momento,in search of,include,\
    included,includes,including,indicami,indicare,indicarmi,indicaste,indicatemi,\
    indicazioni,inerent*,infatti,inform,informarmi,iniziare,inizio a,inoltre,insediat*,\
    insieme,insomma,instead,intend,intenda,intende,intendono,intends,interess*,interest*,\
    into,intorno,invece,inviarmi,inviatemi,involv*,is,isnt,its,ive,joined,joins,journalist,\
    just,ke,keen,keep,ki,kind of,kindly,kinds of,know,knowing,known,known for,knows,knw,\
    la mia universita,la nostra universita,largest,lately,latest,lavora,lavorando,lavorano,\
    lavorare,lavorate,lavoriamo,lavorino,lead,leading,leads,learn,led by,legat*,leggere,\
    leggo,lei,lemme,let,lets,like,list,lista,listing,lists,localizzat*,locate,located,look,\
    looking,looks,loro,lot,lots,love,loves,lui,ma,made by,made of,magari,mai,main,mainly,\
    make,maker,makes,making,manage,manages,mandarmi,mandate,mandatemi,manufacture,\
    manufactures,many,may,maybe,me,mean,means,meglio,meglio di,meno,mention*,metterci,\
    mettere,mettermi,mettersi,mi,mia,mia universita,mie,miei,might,migliore,migliori,mille,\
    mind,mio,modo,molti,molto,more,most,mostra*,much,must,my,my university,name,named,names,\
    nasce,nata,nato,near,nearby,necessit*,need,needed,needs,next,nn,no,nobody,noi,nome,nomi,\
    non ci sono,non conosco,non riesco,non so,non trovo,nostra,nostra azienda,\
    nostra universita,nostre,nostri,nostro,nostro comune,notably,now,nowadays,number of,\
    numero,obtain,occorre,occorrono,occupa,occupan*,occuparci,occuparmi,occupars*,occupate,\
    offer,offering,offers,offr*,oggi,ogni,ok,okay,on behalf,one,ones,only,opera,operano,\
    operante,operanti,operare,operate,operates,operating,ora,organised,organized,ossia,\
    other,others,ottenere,our,our region,our school,our town,our university,out,outside,\
    over,overview,own,panorama,panoramica,parla,parlano,parlare,parlarmi,parlate,part of,\
    parte di,particular,particularly,parts of,passion,passionate,pensando,pensate,pensiamo,\
    penso,people,per caso,per favore,perche,perhaps,perke,pero,persone,piacere,piacerebbe,\
    piccola,piccole,piccoli,piccolo,piu,place,places,planning,players,please,pls,plz,po di,\
    point me,pointers,points me,possa,possiamo,possib*,posso,possono,potete,potr*,potreb*,\
    preferib*,prego,preparando,preparare,present,presente,presenti,pressi,presto,principale,\
    principali,principalmente,produce,produced,produces,producing,producono,promote*,\
    promuov*,proprio,provide,provides,providing,puo,puoi,purpose,put,qlc,qlcn,qual,qualche,\
    qualcosa,qualcuno,quale,quali,qualsiasi,qualunque,quand,quando,quanta,quante,quanti,\
    quanto,quanto costa,quel,quella,quelle,quelli,quello,questa,queste,questi,question,\
    questo,qui,quick,quickly,r there,r u,raccoglie,raccolgono,raggruppa,raggruppano,\
    rappresenta,rappresentano,rather,reach,read,ready,realizza,realizzano,realizzare,really,\
    recently,recommend*,regard*,related,relating,relativ*,relevant,report,represent,\
    represents,researcher,responsabile,responsible,ricercatore,ricercatrice,ricerco,\
    right now,riguard*,risposta,risposte,riun*,rivolg*,run,run by,running,runs,sa,sai,\
    saluti,salve,same,sanno,saper,sapere,saperne,sapet*,sappia*,sapre*,sarebbe,sarei,\
    saremmo,say,scegliere,scoprire,scrivendo,scrivere,scrivo,se,search,searching,seated,\
    sector,sectors,sede,sedi,see,seek,seeking,segnalare,segnalarmi,segnalatemi,segue,\
    seguire,seguite,seguono,sell,selling,sells,sempre,send,sentire,serve,servirebbe,servono,\
    set up,sets up,settore,settori,several,shall,shld,should,show,si,sia,siamo,siano,siete,\
    significa,since,single,sit,sits,situat*,small,so,so far,solo,soltanto,some,somebody,\
    someone,someones,something,somewhere,sono,soon,soprattutto,sort,sort of,sorts,speak,\
    speak to,specialise*,specialisi*,specialities,speciality,specialize*,specializi*,\
    specializzat*,specialty,specific,specifically,speriamo,spero,spiegami,sta,stand for,\
    stands for,stanno,start,starting,stata,stato,stiamo,still,sto,student,studente,\
    studentessa,students,studia,studiano,studio,study,stuff,su cosa,sua,subito,subject,\
    subjects,succede,such,sugger*,suggest*,sula,suo,suoi,support,supports,sure,sviluppa,\
    sviluppano,sviluppare,svolge,svolgono,tackle,tackles,tackling,take,take part,taken,\
    takes,takes part,taking,taking part,talk,talk to,team,teh,tell,telling,tema,temi,ten,\
    tesi,than,thank,thanks,that,thats,their,them,then,ther,there,theres,these,these days,\
    thesis,they,thier,thing,things,think,thinking,this,those,thx,tipi di,tipo di,tnx,today,\
    together,too,took,top,topic,topics,towards,tratta,trattano,trattare,trattate,tratti,\
    treat,treats,tried,tries,trouble,trova*,trovo,try,trying,tt,tua,tuo,turn,turn to,tutta,\
    tutte,tutti,tutto,two,type of,types of,u,ubicat*,un po,understand,until,up,update,\
    updates,ur,us,usano,use,used,useful,uses,using,utile,utili,utilizza,utilizzano,va,vada,\
    various,veda,vede,vedere,vedo,vende,vendere,vendiamo,vendo,vengono,very,vi,via,vicina,\
    vicinanze,vicine,vicini,vicino,viene,viewing,visit,visitare,visiting,vogl*,vorr*,vostra,\
    vostre,vostri,vostro,vuol dire,vuole dire,wanna,want*,was,wat,wats,way,ways,we,well,\
    were,what,what year,whatever,whats,whch,when,wher,where,wheres,whether,which,which year,\
    while,who,whoever,whole,whom,whos,whose,wht,why,wich,wiht,will,willing,wish,within,\
    without,wonder,wondered,wondering,work,working,works,worth,would,write,write to,writes,\
    writing,wth,wud,xche,xke,yet,you,your,zona";

/// Words for what people mean to do with the results, and with whom: get in touch, join, work
/// together.
const INTENTS: &str = "\
    a start up,address,addresses,aderenti,aderire,aderisce,aderiscono,adesione,affiliate,\
    affiliated,aggregarsi,apply,associarci,associarmi,associarsi,associati,azienda,aziende,\
    become,business,businesses,chiamare,collabora,collaborando,collaborano,collaborare,\
    collaborate,collaborating,collaboration,collaborations,collaborato,collaborazione,\
    collaborazioni,collegarmi,collegarsi,companies,company,contact*,contatt*,cooperate,\
    ditta,ditte,diventare,e mail,email,emails,enrol,enroll,ente,enti,entrarci,entrare,\
    esperti,esperto,expert,expertise,experts,firm,firms,headquarters,home page,homepage,\
    impresa,imprese,incontrare,indirizzo,info,information about,information on,informazioni,\
    iscritt*,iscriverci,iscrivermi,iscriversi,iscriviti,iscrizione,join,joining,mail,meet,\
    member,members,membership,membri,membro,mia start up,my start up,nostra start up,\
    numero di telefono,organisation,organisations,organization,organizations,organizzazione,\
    organizzazioni,our start up,pagina,pagina web,pagine,partecip*,participat*,partner,\
    partnering,partners,partnership,partnerships,phone,phone number,phone numbers,progetti,\
    progetto,project,projects,recapiti,recapito,registrarsi,scrivergli,sign up,sign up to,\
    sito,sito internet,sito web,soci,socia,socie,socio,startup,startups,team up,telefonare,\
    telefonico,telefono,telephone,una start up,unirci,unirmi,unirsi,url,web page,web pages,\
    web site,webpage,website,websites";

/// Words for a record of this kind, and for its members. In a sentence, any of them may be meant by
/// `district` or `network`, so that they need not match; documents that contain them beside the
/// subject lead.
const KINDS: &str = "\
    aggregazione,alleanza,alliance,association,associazione,comparto,consortium,consorzio,\
    distretto,district,filiera,group,gruppo,hub,industria,industrie,industries,industry,\
    manufacturers,network,operatori,operators,pole,polo,producers,produttori,realta,region,\
    regione,regioni,regions,rete";

/// Words for several of them, which are never part of a name: `distretti lombardi` is a search for
/// those of Lombardy.
const MANY: &str = "\
    aggregazioni,alleanze,alliances,associations,associazioni,consortia,consorzi,distretti,\
    districts,filiere,groups,gruppi,hubs,networks,poles,poli,reti";

/// Those of [`KINDS`] and [`MANY`] that stand for something else where they make up a short text with other
/// words: `reti elettriche`, `industry 4.0`.
const AMBIGUOUS: &str = "industria,industrie,industries,industry,networks,reti";

/// All fillers of one word; a star stands for any ending.
pub(in crate::search) fn filler_words() -> impl Iterator<Item = &'static str> {
    let fillers = QUESTIONS.split(',').chain(INTENTS.split(','));
    fillers.filter(|filler| !filler.contains(' '))
}

/// Words for records that can be subjects as well.
pub(in crate::search) fn ambiguous_words() -> impl Iterator<Item = &'static str> {
    AMBIGUOUS.split(',')
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
            let mut found = self.fillers(fillers, hints);
            for (found, hint) in found.iter_mut().zip(hints) {
                *found |= *hint == Hint::Misspelt;
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
        self.make_optional(MANY, hints);
        let is_sentence = self.terms.iter().any(|term| !term.is_required());
        if is_sentence {
            self.make_optional(KINDS, hints);
        }
    }

    /// Makes the words of a list optional, if other words are left.
    fn make_optional(&mut self, kinds: &str, hints: &[Hint]) {
        let found = self.fillers(kinds, hints);
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

    /// Marks the terms that are among these fillers, or part of a sequence of them. Single ones may belong to a
    /// subject.
    fn fillers(&self, fillers: &str, hints: &[Hint]) -> Vec<bool> {
        let mut found = vec![false; self.terms.len()];
        let begins = |term: &Term, filler: &str| {
            term.words[0].as_bytes().first() == filler.as_bytes().first()
        };
        for filler in fillers.split(',') {
            // Most fillers share no beginning with any of the words.
            if !self.terms.iter().any(|term| begins(term, filler)) {
                continue;
            }
            let length = filler.split(' ').count();
            for first in 0..(self.terms.len() + 1).saturating_sub(length) {
                let terms = &self.terms[first..first + length];
                let words = filler.split(' ');
                if length == 1 && hints.get(first) == Some(&Hint::Topic) {
                    continue;
                }
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
            // Any ending of a stem, and what any business says about itself.
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
            // In a sentence, words for records need not match; in a name they must.
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
            // A plural of a word for records is not a name.
            ("distretti ferroviari", "ferroviari", ""),
            ("distretti", "distretti", ""),
            // Slips and short forms.
            (
                "wich clusters hav to do wiht wood",
                "clusters wood",
                "wich hav do wiht",
            ),
            (
                "nn trovo ki lavora sula plastica",
                "plastica",
                "nn trovo ki lavora sula",
            ),
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
