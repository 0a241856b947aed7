"""The words of which names and descriptions of people and bodies are made.

Written by hand from common news English. Names themselves (of people, places, bodies, outlets)
stand in the shipped tables, never here.
"""

from __future__ import annotations

SPEAKING_NOUNS = frozenset(
    """official officials authority authorities police officer officers spokesman spokeswoman
    spokesperson spokespeople spokespersons minister ministers ministry president secretary
    government administration agency agencies service services military army navy force forces
    source sources person people diplomat diplomats lawyer lawyers attorney attorneys prosecutor
    prosecutors judge judges court tribunal witness witnesses resident residents expert experts
    analyst analysts researcher researchers scientist scientists economist economists doctor
    doctors physician physicians nurse nurses hospital hospitals mayor governor senator senators
    lawmaker lawmakers congressman congresswoman mp mps deputy chief chairman chairwoman chair
    head director manager executive executives ceo founder owner owners leader leaders commander
    commanders general colonel captain lieutenant sergeant detective inspector investigator
    investigators aide aides adviser advisers advisor advisors ambassador envoy negotiator
    negotiators delegate delegation union unions company firm bank group organisation
    organization charity committee commission council board parliament party opposition
    regulator watchdog operator journalist journalists correspondent correspondents reporter
    reporters blogger bloggers newspaper magazine broadcaster paper channel outlet article
    report study survey statement document documents letter memo filing indictment complaint
    email bulletin coach player players referee teacher teachers professor student students
    neighbour neighbours neighbor neighbors father mother brother sister wife husband son
    daughter family relatives relative friend friends survivor survivors victim victims farmer
    farmers worker workers driver drivers pilot pilots sailor sailors fisherman fishermen
    activist activists campaigner campaigners protester protesters volunteer volunteers bishop
    archbishop pope priest imam rabbi king queen prince princess duke members member
    representative representatives candidate candidates critics supporters kremlin pentagon
    congress senate monitors observers inspectors engineers engineer meteorologist
    meteorologists forecaster forecasters rescuers firefighters firefighter coroner ombudsman
    superintendent auditor auditors trustees trustee insurers insurer developer intelligence
    emergency office department bureau institute university federation association embassy
    consulate foreign defence insider insiders employee employees staff defendant plaintiff
    suspect passenger passengers customer customers producer author authors historian veteran
    veterans mission team panel jury headquarters centre center treasurer clerk harbourmaster
    warden premier chancellor vice-president vice-chairman councillor councillors councilor
    councilors commissioner commissioners sheriff trader traders consultant consultants
    physicist biologist specialist specialists campaign coalition alliance movement militia
    rebels militants separatists insurgents woman women man men girl girls boy boys child
    children pensioner pensioners teenager teenagers couple villager villagers islander islanders
    mourners shopkeeper shopkeepers keeper keepers skipper skippers""".split()
)
"""Nouns of common words that say who speaks: "officials", "the ministry", "a neighbour"."""
DOCUMENTS = frozenset(
    """article report study survey statement document documents letter memo filing indictment
    complaint email bulletin""".split()
)
"""What is read and speaks for the one who wrote it."""
PLURAL_UNNAMED = frozenset(
    w for w in SPEAKING_NOUNS if w.endswith("s") and not w.endswith(("ss", "us"))
) | {"people", "police", "staff", "family", "spokespeople", "fishermen", "women", "men", "children"}
"""Groups whose members a text does not name."""
TITLES = frozenset(
    """president minister prime secretary senator governor mayor mp mps general colonel captain
    lieutenant sergeant major admiral mr mrs ms miss dr doctor prof professor judge justice sir
    dame lord lady king queen prince princess duke pope bishop archbishop father reverend rev
    ambassador chancellor premier congressman congresswoman representative rep sen gov gen col
    capt lt sgt chief inspector detective superintendent commissioner councillor councilor
    chairman chairwoman chair ceo director deputy vice former ex acting interim analyst
    spokesman spokeswoman spokesperson commander officer attorney sheriff coach""".split()
)
"""Words that stand before a person's name."""
ORGANISATION_WORDS = frozenset(
    """ministry agency agencies service services forces force army navy department office bureau
    council committee commission board court parliament congress senate house party union bank
    company corporation corp inc ltd plc group association federation foundation institute
    university college school hospital police authority administration government organisation
    organization institution centre center watch international command guard corps team club
    league alliance coalition movement embassy staff airport airlines airways port railway
    railways trust society academy observatory fund exchange treasury cabinet kremlin pentagon
    directorate power energy ferries motors industries holdings steel gas electric telecom
    insurance systems technologies foods media lines shipping marine yard shipyard lifeboat
    mutual pharma petroleum mining logistics inspectorate brigade division regiment registry
    laboratory museum church chamber institutes centers centres guild confederation library
    archives""".split()
)
"""Words of which the names of bodies are made: "Ports Authority", "Halden Mutual"."""
BODY_NOUNS = ORGANISATION_WORDS | frozenset(
    """firm operator retailer airline charity insurer lender maker manufacturer brewery carmaker
    developer utility builder shipbuilder supplier startup network club newspaper magazine
    broadcaster regulator watchdog brigade""".split()
)
"""Common nouns for a body: "the operator said"; a name behind one is that body's."""
SPEAKING_BODIES = BODY_NOUNS | frozenset(
    """government military army police company firm operator regulator watchdog parliament
    opposition ministry delegation newspaper magazine broadcaster paper channel union charity
    kremlin pentagon congress senate""".split()
)
"""Nouns that mean one body when they stand alone: "the government said"."""
METONYMS = frozenset(
    """kremlin pentagon downing elysee westminster brussels hamas hezbollah taliban nato interpol
    europol unicef unesco fifa uefa""".split()
)
"""Names of one word that stand for a body."""
DETERMINERS = frozenset(
    """the a an this that these those its his her their our another other some several many two
    three four five six both one unnamed anonymous unidentified top senior former each every all
    no any such""".split()
)
UNNAMING = frozenset(
    """unnamed anonymous unidentified some several many one two three four five six seven eight
    nine ten dozen a an the other another various multiple numerous""".split()
)
"""Words left out of an unnamed group's name: "two US officials" are "US officials"."""
NAME_PARTICLES = frozenset(
    """de da di del della van von der den al el bin ibn abu la le du dos mc o'""".split()
)
NO_NAMES = frozenset(
    """and but or nor if when while as at in on for from with by to of after before since because
    although though however then now so yet also even still only just not no yes what who whose why
    how where which this that these those there here his her its their our my your he she it they we
    i you the a an may might can could would should will shall must do does did is are was were has
    have had meanwhile moreover during under over about between among despite unlike like until
    unless according citing quoting asked having being each every all both some many most few
    another other such last next one two three four five six""".split()
)
"""Words that stand with a capital where a sentence begins and are no part of a name."""
FORMS_OF_ADDRESS = frozenset("mr mrs ms miss mr. mrs. ms. dr. dr sir dame lady lord".split())
"""What belongs to a person's name as it is written: "Mr. Putin"."""
NAME_ENDINGS = frozenset("jr jr. sr sr. ii iii iv".split())
"""What stands behind a person's name: "Joseph Biden Jr."."""
OFFICES = TITLES | frozenset(
    """president vice-president minister premier secretary speaker leader whip candidate nominee
    counsel general treasurer comptroller controller marshal ranger trooper cardinal pastor rabbi
    imam sheikh ayatollah sultan emir king crown host anchor moderator pollster strategist adviser
    advisor aide lawmaker lawyer economist historian author co-founder cofounder founder
    co-author manager head cfo cto coo chief senators sens. reps. gov. govs. sen. rep. gen. lt. col.
    maj. adm. sgt. capt. rev. hon. supt. prof. messrs. ayatollah first second foreign
    under-secretary undersecretary solicitor quarterback coach captain guard forward goalkeeper
    midfielder defender striker pitcher rookie center actor actress singer rapper comedian
    photographer journalist correspondent editor columnist blogger reporter critic""".split()
)
"""Words that stand before a person's name, with a capital or without."""
MATTERS_OF_OFFICE = frozenset(
    """state staff defense defence treasury commerce education energy homeland security veterans
    affairs national intelligence health human services interior justice labor labour agriculture
    transportation foreign finance police operations communications war navy army air force trade
    culture sport information technology budget management engineering public works house and
    external internal economy economic development planning environment industry""".split()
)
"""What ministers and secretaries are of: "Chief of Staff", "Secretary of Homeland Security"."""
BODY_ENDINGS = (
    ORGANISATION_WORDS - {"lines", "fund", "power", "watch", "energy", "media", "staff", "yard"}
) | frozenset(
    """inc inc. corp. co. ltd. llc gmbh institution conference regulator bureau organizations labs
    laboratories studios pictures entertainment records publishers publishing partners capital
    ventures securities advisors advisers consulting solutions enterprises stores restaurants
    pharmaceuticals therapeutics biosciences airways motor orchestra symphony ballet choir gallery
    clinic centers colleges schools universities libraries councils caucus senate legislature
    assembly parliament congress chamber judiciary constabulary sheriffs firefighters workers
    machinists teamsters network consortium collective initiative task-force taskforce secretariat
    commissioners embassy consulate militia battalion regiment squadron fleet legion corps
    guard guards front brotherhood church diocese archdiocese synod ummah associates lab
    broadcasters
    kindergarten academy bootcamps utility utilities cooperative co-op realty properties
    fc afc cf united rovers city""".split()
)
"""Last words of the names of bodies."""
BODY_ENDINGS -= frozenset(
    """city united initiative records conference senate house congress parliament fc""".split()
)
BODY_ENDINGS |= {"forum", "pac", "unit", "squad"}
PLATFORMS = frozenset(
    """Facebook Twitter Instagram TikTok YouTube LinkedIn Snapchat Reddit Pinterest WhatsApp
    Tumblr""".split()
)
"""Companies whose names are media more often: what is said "on Twitter" is not said by it."""
PEOPLE = frozenset(
    """agents agent opponents opponent supporters proponents backers advocates advocate organizers
    organisers voters voter parents founders students onlookers bystanders locals insiders
    bureaucrats strategists strategist pollsters pollster veterans contractors contractor
    operatives operative donors commentators commentator pundits academics academic scholars
    scholar regulators landlords tenants vendors users readers viewers fans hosts host guards
    guard dealers dealer investors investor negotiators technicians mechanics chefs chef groups
    plaintiffs nominee nominees allies ally magnate billionaire organizer organiser narrator
    incumbent rivals rival ceo surgeon surgeons partners colleagues colleague loyalists insurgents
    dissidents refugees migrants immigrants commuters shoppers tourists hikers climbers divers
    dockworkers miners pickets marchers celebrants worshippers congregants parishioners alumni
    inmates prisoners detainees jurors paramedics medics lifeguards marshals vets psychologists
    psychologist psychiatrist therapists biologists geologist geologists astronomers astronomer
    chemists statisticians demographers pathologists epidemiologists""".split()
)
"""Common nouns for people beside the offices that often speak."""
JOINING_BODIES = frozenset(
    """university department ministry bank institute center centre office school college church
    council association union society academy federation league committee board bureau court museum
    campaign coalition alliance house organization organisation agency commission party republic
    institutes centers foundation confederation brotherhood library chamber bishops embassy fund
    partnership citizens americans friends doctors reporters students mothers
    veterans physicians scientists""".split()
)
"""Words of bodies' names that go on behind "of", "for" or "on": "Center for Policy Research"."""
PLACE_ENDINGS = frozenset(
    """street avenue road boulevard lane drive highway river lake county island islands valley bay
    beach mountain mountains airport park square bridge province district region peninsula desert
    forest coast hills heights springs falls creek harbor harbour stadium arena hall tower towers
    building plaza hotel amphitheatre amphitheater theater theatre memorial cemetery prison
    cathedral basilica station base canal strait gulf sea ocean canyon glacier reef village town
    township city borough parish crossing trail terminal mall palace castle fort pier wharf
    marina resort casino lighthouse ranch farm garden gardens zoo raceway speedway coliseum
    fairgrounds capitol bayou oblast governorate prefecture territory""".split()
)
"""Last words of the names of places."""
PLACE_BEGINNINGS = frozenset(
    """mount mt mt. lake fort cape san santa saint st. los las san\u00e3 isle gulf port north south
    east west northern southern eastern western upper lower central inner outer downtown new
    greater""".split()
)
"""First words of the names of places, where what follows is no common word."""
MATTER_ENDINGS = frozenset(
    """act award awards prize cup festival conference convention summit war wars treaty agreement
    bowl series games olympics amendment bill code plan program programme project initiative report
    index day week month show tour edition pro plus max mini ultra bootcamp certificate degree
    championship championships open final finals resolution doctrine theory syndrome disease virus
    system model method framework protocol constitution declaration policy playlist bachelor master
    debate primary caucus caucuses election elections marathon derby scandal affair hearing trial
    podcast prix masters medal record records guide law laws rule rules rights reform tax hurricane
    storm operation deal accord accords pact era revolution crisis crash massacre attack attacks
    bombing shooting riots protests album song movie film book novel trilogy app apps software
    platform api suite studio cloud engine assistant phone watch tv camera keyboard mouse laptop
    headphones charger scale collection course courses certification exam test challenge principle
    effect matters""".split()
)
"""Last words of what is neither somebody nor a place: laws, events, products, courses."""
SAYING = frozenset(
    """said says say told tells tell added adds asked asks wrote writes tweeted argued argues
    claimed claims insisted insists replied responded noted notes explained explains announced
    announces acknowledged admitted admits warned warns vowed promised predicted suggested suggests
    stated states testified conceded countered quipped joked recalled remarked reported reports
    confirmed confirms denied denies declined estimates estimated believes believe thinks agreed
    agrees alleged alleges contends contended accused accuses concluded declared declares described
    urged urges called continued commented emphasized emphasised stressed disclosed revealed
    reveals""".split()
)
"""Forms of verbs of saying, by which one who speaks is told from what does not."""
NO_SPEAKERS = frozenset(
    """plans rules laws terms prices shares talks negotiations results events attacks strikes
    measures elections sanctions weeks days months years hours minutes times things numbers
    rates sales stocks costs profits conditions standards news series always towards perhaps
    besides headlines signs steps efforts moves changes plan law schedule timetable custom
    tradition agreement constitution treaty contract calendar forecast""".split()
)
"""Nouns that do not speak, though a verb of saying may stand behind them."""
