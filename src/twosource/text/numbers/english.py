"""The English words that make, bound, count or exclude numbers.

Words can be added to any table; the tests of ``tests/text/test_numbers.py`` say what must hold.
"""

from __future__ import annotations

from twosource.text.numbers.language import Language, Phrases, Qualifier, Scale

_ONES = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_POWERS: dict[str, float] = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "mln": 1e6,
    "bln": 1e9,
    "lakh": 1e5,
    "crore": 1e7,
}
_SHORT_POWERS = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "mio": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "t": 1e12,
    "tn": 1e12,
    "tr": 1e12,
    "trn": 1e12,
}
_VAGUE = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 99.0),
    "tens": (20.0, 99.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2e3, 9_999.0),
    "millions": (2e6, 9_999_999.0),
    "billions": (2e9, 9_999_999_999.0),
    "trillions": (2e12, 9_999_999_999_999.0),
}
_FRACTIONS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_PARTS = {name: 1 / value for name, value in _FRACTIONS.items()} | {
    f"{name}s": 1 / value for name, value in _FRACTIONS.items() if name != "half"
}


def _phrases(table: dict[Qualifier, str]) -> Phrases:
    return {
        tuple(phrase.split()): qualifier
        for qualifier, listed in table.items()
        for phrase in listed.split(" | ")
    }


_BEFORE = _phrases(
    {
        "more than": "more than | over | above | exceeding | exceeds | exceed | exceeded | "
        "in excess of | upwards of | upward of | north of | greater than | higher than | "
        "larger than | bigger than | longer than | older than | better than | surpassing | "
        "surpassed | surpasses | topping | topped | tops | passes | beyond | more than just | "
        "over the age of | above the age of | >",
        "at least": "at least | no less than | no fewer than | not less than | not fewer than | "
        "a minimum of | minimum of | minimum | no smaller than | no lower than | at the least | "
        "no younger than | at the very least | ≥",
        "up to": "up to | as many as | as much as | at most | no more than | not more than | "
        "a maximum of | maximum of | maximum | at the most | never more than | no greater than | "
        "no higher than | no larger than | no longer than | as high as | as large as | no older "
        "than | anything up to | not exceeding | up to a maximum of | not over | ≤",
        "less than": "less than | fewer than | under | below | lower than | smaller than | "
        "shorter than | younger than | beneath | under the age of | below the age of | <",
        "about": "about | around | roughly | approximately | some | estimated | an estimated | "
        "close to | approx | circa | close to about | in the region of | somewhere around | "
        "in the neighborhood of | in the neighbourhood of | on the order of | of the order of | "
        "in the vicinity of | something like | ~ | about some | estimated at | "
        "estimated at about | estimated to be",
        "nearly": "nearly | almost | just under | just below | just short of | just shy of | "
        "shy of | nearing | approaching | practically | virtually | not quite | little under | "
        "little less than | little short of | slightly less than | slightly under | "
        "slightly fewer than | slightly below | bit less than",
    }
)
_BEHIND = _phrases(
    {
        "at least": "plus | + | or more | or greater | or above | or higher | or over | or older | "
        "or better | or longer | or larger | and up | and over | and above | and older | at least "
        "| and counting | or up | and upward | and upwards",
        "up to": "or less | or fewer | or below | or under | or lower | or younger | or shorter | "
        "at most | at the most | tops | or smaller | and under | and younger",
        "about": "or so | odd | or thereabouts | or thereabout | give or take | ish | or around | "
        "approximately | or roughly",
    }
)

_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "$us": "USD",
    "$ us": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "₱": "PHP",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "r$": "BRL",
    "nt$": "TWD",
    "rs": "INR",
    "usd": "USD",
    "eur": "EUR",
    "gbp": "GBP",
    "cad": "CAD",
    "aud": "AUD",
    "chf": "CHF",
    "inr": "INR",
    "dollar": "USD",
    "dollars": "USD",
    "buck": "USD",
    "bucks": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "ruble": "RUB",
    "rubles": "RUB",
    "rouble": "RUB",
    "roubles": "RUB",
    "rupee": "INR",
    "rupees": "INR",
    "franc": "CHF",
    "francs": "CHF",
    "peso": "MXN",
    "pesos": "MXN",
    "hryvnia": "UAH",
    "hryvnias": "UAH",
    "lira": "TRY",
    "liras": "TRY",
    "shekels": "ILS",
    "baht": "THB",
    "rand": "ZAR",
    "naira": "NGN",
    "riyals": "SAR",
    "dirhams": "AED",
    "rupiah": "IDR",
    "ringgit": "MYR",
    "zloty": "PLN",
    "zlotys": "PLN",
    "krona": "SEK",
    "kronor": "SEK",
    "krone": "NOK",
    "kroner": "NOK",
    "crowns": "CZK",
    "cents": "cent",
    "cent": "cent",
    "pence": "penny",
    "penny": "penny",
    "pennies": "cent",
}

_RISING = frozenset(
    """rise rises rising rose risen grow grows growing grew grown increase increases increasing
    increased climb climbs climbed climbing jump jumps jumped jumping raise raises raised raising
    soar soars soared surge surges surged gain gains gained gaining add adds added adding up higher
    expand expanded expanding boost boosts boosted widen widened doubled tripled rocketed swelled
    swelling advanced advance rallied""".split()
)
_FALLING = frozenset(
    """fall falls falling fell fallen drop drops dropping dropped decrease decreases decreasing
    decreased decline declines declining declined cut cuts cutting lower lowered lowering reduce
    reduces reduced reducing shrink shrinks shrank shrunk slide slides slid slip slips slipped
    plunge plunges plunged plunging dip dips dipped lose loses lost losing shed sheds down off
    dive dives tumbled tumble sank""".split()
)

_LENGTH, _AREA, _VOLUME, _MASS = "length", "area", "volume", "mass"


def _measures() -> dict[str, Scale]:
    rows: dict[str, tuple[str, float]] = {
        "millimeter millimeters millimetre millimetres mm": (_LENGTH, 1e-3),
        "centimeter centimeters centimetre centimetres cm": (_LENGTH, 1e-2),
        "meter meters metre metres m": (_LENGTH, 1.0),
        "kilometer kilometers kilometre kilometres km kms": (_LENGTH, 1e3),
        "inch inches": (_LENGTH, 0.0254),
        "foot feet ft": (_LENGTH, 0.3048),
        "yard yards yd yds": (_LENGTH, 0.9144),
        "mile miles mi": (_LENGTH, 1609.344),
        "acre acres": (_AREA, 4046.86),
        "hectare hectares": (_AREA, 1e4),
        "sqft sqm": (_AREA, 0.0929),
        "liter liters litre litres l": (_VOLUME, 1.0),
        "milliliter milliliters millilitre millilitres ml": (_VOLUME, 1e-3),
        "gallon gallons": (_VOLUME, 3.785),
        "quart quarts": (_VOLUME, 0.946),
        "pint pints": (_VOLUME, 0.473),
        "cup cups": (_VOLUME, 0.2366),
        "tablespoon tablespoons tbsp": (_VOLUME, 0.0148),
        "teaspoon teaspoons tsp": (_VOLUME, 0.00493),
        "barrel barrels": (_VOLUME, 158.99),
        "milligram milligrams mg": (_MASS, 1e-6),
        "microgram micrograms mcg": (_MASS, 1e-9),
        "gram grams gramme grammes g": (_MASS, 1e-3),
        "kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs": (_MASS, 1.0),
        "ounce ounces oz": (_MASS, 0.02835),
        "pound pounds lb lbs": (_MASS, 0.45359),
        "ton tons": (_MASS, 907.185),
        "tonne tonnes": (_MASS, 1e3),
        "degree degrees c f °": ("temperature", 1.0),
        "mph m.p.h. m.p.h": ("speed", 1609.344),
        "kph kmh": ("speed", 1e3),
        "knot knots": ("speed", 1852.0),
        "watt watts w": ("power", 1.0),
        "nm": ("torque", 1.0),
        "kilowatt kilowatts kw": ("power", 1e3),
        "megawatt megawatts mw": ("power", 1e6),
        "gigawatt gigawatts gw": ("power", 1e9),
        "horsepower hp bhp": ("power", 745.7),
        "kwh mwh gwh wh": ("energy", 1.0),
        "calorie calories kcal": ("energy", 1.0),
        "volt volts v": ("tension", 1.0),
        "amp amps a": ("current", 1.0),
        "mah ah": ("charge", 1.0),
        "hertz hz": ("frequency", 1.0),
        "khz": ("frequency", 1e3),
        "mhz": ("frequency", 1e6),
        "ghz": ("frequency", 1e9),
        "decibel decibels db": ("loudness", 1.0),
        "byte bytes": ("memory", 1.0),
        "kilobyte kilobytes kb": ("memory", 1e3),
        "megabyte megabytes mb": ("memory", 1e6),
        "gigabyte gigabytes gb": ("memory", 1e9),
        "terabyte terabytes tb": ("memory", 1e12),
        "megapixel megapixels mp": ("resolution", 1e6),
        "pixel pixels px": ("resolution", 1.0),
        "nit nits": ("brightness", 1.0),
        "lumen lumens": ("light", 1.0),
        "mbps gbps kbps": ("rate of data", 1.0),
        "psi": ("pressure", 1.0),
        "fps": ("frames", 1.0),
        "rpm": ("turns", 1.0),
        "dpi ppi": ("density", 1.0),
        "carat carats": ("carats", 1.0),
        "light-year light-years lightyears": (_LENGTH, 9.461e15),
    }
    return {word: Scale(*scale) for names, scale in rows.items() for word in names.split()}


_DURATIONS = {
    word: days
    for names, days in {
        "second seconds sec secs": 1 / 86_400,
        "millisecond milliseconds ms": 1 / 86_400_000,
        "minute minutes min mins": 1 / 1_440,
        "hour hours hr hrs": 1 / 24,
        "day days": 1.0,
        "night nights": 1.0,
        "weekend weekends": 2.0,
        "week weeks wk wks": 7.0,
        "fortnight fortnights": 14.0,
        "month months": 30.44,
        "year years yr yrs": 365.25,
        "decade decades": 3_652.5,
        "century centuries": 36_525.0,
        "millennium millennia": 365_250.0,
    }.items()
    for word in names.split()
}

_AUXILIARIES = """is are was were be been being am has have had having do does did will would can
could may might must shall should isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't
can't couldn't doesn't didn't don't shouldn't cannot ain't they're they've we're we've it's he's
she's i'm i've you're you've they'll we'll"""
_STOPS = f"""{_AUXILIARIES} in on at to for by with from into onto of off out over under up down
about around above below across after before against along among amid amidst as because between
beyond behind beside besides but despite during except if inside including like near nor not now
once only or outside per since so than that then there therefore though through throughout till
too toward towards unless until upon via versus vs when where whether which while who whom whose
why without within yet and it he she they we i you him them us me this these those here what how
however also just even still already ago earlier later away apart apiece each altogether together
instead again ever never every soon today tomorrow yesterday tonight back home abroad later
both either neither respectively although plus minus less else alike thus hence et rather
himself herself themselves itself ages aged"""
_DETERMINERS = """the a an its his her their our my your all some any these those this that other
others' such no whose both several many most certain more additional extra further fewer another
one's every each entire whole same first second third last next past previous"""
_VERBS = """took went came held made got saw fell rose left hit struck shot ran gave found knew
began broke brought built bought caught chose drew drove fought fled flew grew kept led lost met
paid sent set spent spoke stood stole taught told thought threw won wrote said became felt put cut
sank sought taken gone given known begun broken driven fallen flown grown seen stolen written shown
drawn burst withdrew withdrawn slain slew bore swept wept hid hidden dug fed heard sold understood
ate sat lay lain hung stuck swung sang rang rung won done
says lives works thinks wants needs goes gets makes takes comes believes remains seems appears
agrees dies becomes includes contains consists belongs depends favors favours opposes prefers
approves disapproves knows feels keeps gives sees finds stands follows requires allows applies asks
tells receives expects considers means lets puts begins leaves speaks happens provides holds owns
suffers""".split()
_PLURALS = """people men women children police troops folk folks youth feet teeth mice geese oxen
lice media data criteria phenomena alumni cacti fungi nuclei bacteria larvae species series
aircraft spacecraft hovercraft watercraft fish sheep deer cattle bison salmon trout swine moose
personnel staff staffers crew dead wounded injured homeless missing unemployed clergy infantry
cavalry percent head offspring poultry livestock vermin elite grandchildren schoolchildren
stepchildren crossroads headquarters works means gallows chassis corps pieces lives wives knives
wolves halves selves loaves thieves leaves shelves scarves hooves kids guys hertz dice indices
matrices vertices axes wildlife"""
_NOT_PLURALS = """this his its was is has as us plus less perhaps always besides overseas
afterwards business mass cross gross bus gas class press success access process progress
congress express address loss boss glass grass dress stress status campus virus bonus census
chaos christmas various previous serious famous yes thus minus versus alias atlas bias
canvas pass mess bless unless across dais iris paris texas kansas arkansas illinois massachusetts
dallas vegas los angeles orleans wales hamas brussels athens honduras bahamas philippines
netherlands emirates cyprus belarus laos james charles thomas jones williams davis
harris sanders christie's athletics politics economics physics mathematics ethics news
diabetes measles tennis analysis basis crisis thesis emphasis synopsis genesis apocalypse
whereas nonetheless nevertheless sometimes upstairs downstairs indoors outdoors towards afterwards
wireless countless endless useless hopeless reckless ruthless needless sans los las des les mrs
ms"""
_PLURAL_MODIFIERS = """sports sales arms goods savings systems operations communications customs
women men children rights news appeals futures bonds weapons police staff crew media data troops
series species parts claims earnings accounts elite youth head infantry cavalry clergy works records
veterans dead wounded injured missing homeless unemployed services telecommunications electronics
humanities jobs payments"""

ENGLISH = Language(
    ones=_ONES,
    tens=_TENS,
    powers=_POWERS,
    short_powers=_SHORT_POWERS,
    vague=_VAGUE,
    parts=_PARTS,
    bare_parts=frozenset(("half",)),
    of="of",
    at="at",
    one="one",
    no="no",
    vague_dozens=99.0,
    ordinals=frozenset("first second third fourth fifth sixth seventh eighth ninth".split()),
    articles=frozenset(("a", "an")),
    few=frozenset(("several", "few", "couple", "many")),
    joiners=frozenset(("and",)),
    range_marks=frozenset(("to", "or", "and", "-", "–", "—")),
    to="to",
    by="by",
    choice="or",
    between_units=("%", "percent", "per cent"),
    between=frozenset(("between",)),
    from_words=frozenset(("from",)),
    ranging=frozenset(
        "ranging range ranged ranges anywhere anything somewhere vary varying varies".split()
    ),
    changing=_RISING
    | _FALLING
    | frozenset(
        """went go gone going move moved moves moving change changes changed changing narrowed
        narrow revised shift shifted brought bring improved improve""".split()
    ),
    rising=_RISING,
    falling=_FALLING,
    reaching=frozenset(("to", "at")),
    contesting=frozenset(
        """won win wins winning lost lose loses losing lead leads led leading trail trails trailed
        trailing beat beats beaten beating defeat defeated vote voted voting votes score scored tied
        tie outnumbered ahead behind margin against odds versus vs ruled victory ruling passed
        edged edge edges favored""".split()
    ),
    share_marks=(
        ("out", "of", "every"),
        ("out", "of", "each"),
        ("out", "of"),
        ("in", "every"),
        ("of", "every"),
        ("in",),
    ),
    qualifiers_before=_BEFORE,
    qualifiers_behind=_BEHIND,
    passed_over=frozenset(
        "another just only even further additional perhaps maybe now its their".split()
    ),
    prepositions=frozenset("over about around under above below beyond".split()),
    before_bounds=frozenset(
        """for of by to well is was are were lasts lasted took takes take spent been after with just
        in slightly little lived served than requires running having have has had at last""".split()
    ),
    topics=frozenset(
        """story stories film films movie movies book books question questions ask asks asked asking
        talk talks talked talking complain complained complaints concern concerned concerns worry
        worries worried think thinking thought learn learned hear heard know knew wrote write writes
        speak speaks spoke debate care cares forget what how dispute fight row battle argue argued
        argument controversy lawsuit victory win lead advantage control ahead preferred tell told
        article report reports said joke joked lie lied something anything nothing things series
        documentary song tale play novel comments remarks allegations accusations watched""".split()
    ),
    percent_phrases=frozenset((("per", "cent"),)),
    percent=frozenset(("%", "percent", "pct", "pc", "percentage")),
    point="point",
    points=frozenset(("point", "points")),
    attached=frozenset("kmbwvlcf"),
    among=frozenset(("among", "amongst")),
    currencies=_CURRENCIES,
    currency_codes=frozenset("usd eur gbp cad aud chf inr rmb rs $us us$".split()),
    large_sums={"pound": "GBP", "pounds": "GBP"},
    measures=_measures(),
    inch_marks=frozenset(('"', "″")),
    durations=_DURATIONS,
    old=frozenset("old olds".split()),
    old_endings=("-old", "-olds"),
    age_leads=frozenset("aged age ages turned turns turning".split()),
    sure_age_leads=frozenset(("aged",)),
    between_age=frozenset(("over", "under", "about", "than", "between", "-", "–", ":")),
    age_comparatives=frozenset(("older", "younger")),
    before_age=frozenset(("now", "also", "then")),
    behind_age=frozenset("of from who and by now".split()),
    of_age=(("old",), ("olds",), ("-", "old"), ("of", "age")),
    dying=frozenset("dead dies died die dying".split()),
    age_bounds=frozenset("over under above below".split()),
    rate_words=frozenset("a an per each every /".split()),
    sure_rates=frozenset(("per", "/")),
    rate_adverbs={
        "annually": "year",
        "yearly": "year",
        "annual": "year",
        "daily": "day",
        "weekly": "week",
        "monthly": "month",
        "hourly": "hour",
        "nightly": "night",
        "apiece": "one",
        "each": "one",
    },
    fates=frozenset(
        """killed dead died killing kills death deaths slain murdered fatalities dies perished
        injured wounded hurt injuring wounding injuries injures missing arrested detained arrests
        arresting rescued evacuated displaced homeless infected hospitalized hospitalised sickened
        kidnapped destroyed damaged""".split()
    ),
    passed_fates=frozenset(
        "people persons others more reported confirmed believed feared left found known".split()
    ),
    part_marks=frozenset(
        "another other further additional including whom them remaining extra these those".split()
    ),
    more=frozenset("other others more additional extra further remaining".split()),
    measured_by={
        "each": frozenset(("each", "apiece")),
        "average": frozenset("average averaged averages averaging mean".split()),
        "median": frozenset(("median",)),
        "combined": frozenset(("combined", "altogether")),
        "forecast": frozenset(
            """expect expects expected forecast forecasts predicted predicts outlook projected
            projects projections estimates could might would""".split()
        ),
        "year before": frozenset(
            (
                *("year ago", "year earlier", "previous year", "last year", "prior year"),
                *("year before", "year-ago", "year-earlier"),
            )
        ),
    },
    sexes={
        **dict.fromkeys(("he", "his", "him", "himself"), "he"),
        **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    },
    saying=frozenset(
        "said says say told tells reported reports announced according added quoted".split()
    ),
    limiting=frozenset("in at on of from for among with near into".split()),
    relative=frozenset(("who", "whom", "whose", "that", "which")),
    ranking=frozenset("top bottom first last next final".split()),
    as_of="as of",
    parts_of_year=(
        "first quarter",
        "second quarter",
        "third quarter",
        "fourth quarter",
        "first-quarter",
        "second-quarter",
        "third-quarter",
        "fourth-quarter",
        "first half",
        "second half",
    ),
    scales={
        "celsius": "celsius",
        "centigrade": "celsius",
        "fahrenheit": "fahrenheit",
        "c": "celsius",
        "f": "fahrenheit",
    },
    lately=frozenset(("past", "last", "first", "next", "previous", "this")),
    auxiliaries=frozenset(_AUXILIARIES.split()),
    stops=frozenset(_STOPS.split()),
    determiners=frozenset(_DETERMINERS.split()),
    verbs=frozenset(_VERBS),
    plurals=frozenset(_PLURALS.split()),
    not_plurals=frozenset(_NOT_PLURALS.split()),
    plural_endings=("men", "people", "children"),
    not_plural_endings=("ss", "us", "is", "'s"),
    people_endings=(
        *("ans", "crats", "ists", "ians", "cans", "jews", "kurds", "ites", "publicans"),
        *("ese", "tanis", "lims", "saudis", "iraqis", "israelis", "turks", "greeks"),
    ),
    plural_modifiers=frozenset(_PLURAL_MODIFIERS.split()),
    attributive=frozenset(
        """member person man woman seat point page state vote car room bed story part step game team
        player nation country acre bedroom unit room passenger delegate run goal shot
        bathroom bath bed""".split()
    ),
    people=frozenset(
        """people those anyone everyone anybody everybody children kids women men boys girls voters
        adults residents students person woman man boy girl child americans all citizens workers
        persons patients drivers passengers tickets crowd players athletes blacks whites
        hispanics latinos seniors youths democrats republicans""".split()
    ),
    before_elided=frozenset(
        "and or to with than versus vs from but another nor plus against".split()
    ),
    adjectives=frozenset(
        """more less old long tall high wide deep strong available different same possible likely
        better best worse worst ones large small big new good bad great due true""".split()
    ),
    nouns_in_ly=frozenset("family families ally supply assembly anomaly bully fly jelly".split()),
    kin=frozenset(
        """wife husband son daughter brother sister mother father man woman boy girl student teacher
        driver farmer partner girlfriend boyfriend resident nurse""".split()
    ),
    openers=frozenset(
        """monday tuesday wednesday thursday friday saturday sunday police officials all nearly only
        some about another mr mrs ms president""".split()
    ),
    months=frozenset(
        """january february march april may june july august september october november december jan
        feb mar apr jun jul aug sept sep oct nov dec""".split()
    ),
    month_names=frozenset(
        """january february april june july august september october november december""".split()
    ),
    days=frozenset(
        "monday tuesday wednesday thursday friday saturday sunday today yesterday".split()
    ),
    company_forms=frozenset("corp inc co ltd plc llc company group ag sa index shares".split()),
    weekdays=frozenset("monday tuesday wednesday thursday friday saturday sunday".split()),
    place_words=frozenset("in at near outside around on into across".split()),
    clock=frozenset("am pm a.m p.m a.m. p.m. o'clock gmt noon midnight est edt".split()),
    year_leads=frozenset(
        """in since of by from until till through early late mid during before after circa year
        fiscal spring summer autumn fall winter around between and to the for""".split()
    ),
    place_leads=frozenset("in on at from to for with by".split()),
    year_prepositions=frozenset("in since of by circa late early from until till".split()),
    eras=frozenset("bc ad bce ce b.c. a.d. b.c.e. c.e.".split()),
    labels=frozenset(
        """no no. nos number numbers room article section flight route page pages chapter paragraph
        verse version episode season round stage phase level grade type item question lot day week
        step part volume line exit gate unit area zone district ward precinct lane group division
        class category tier model channel highway interstate figure table act scene game ch vol
        rule title amendment resolution proposition prop apollo boeing airbus psalm catch formula
        building apartment apt suite floor pier platform terminal runway block camp house site
        warehouse reactor station barracks school brigade battalion regiment squadron case docket
        point bowl issue port series fortune models month lap set heat hole quarter mark war bay
        box hurricane goal tip reason method prompt mistake myth lesson habit example fact code
        option appendix annex exhibit schedule form ep seed row seat cell book
        track layer generation gen core windows android ios iphone galaxy pixel playstation
        """.split()
    ),
    short_labels=frozenset(("no", "no.", "nos", "vol", "ch", "fig", "p")),
    spelled_labels=frozenset("number square page room chapter phase stage plan".split()),
    streets=frozenset(
        """street st road rd avenue ave lane drive boulevard blvd way square place court terrace
        highway parkway row crescent""".split()
    ),
    compound_prepositions=frozenset("on in for by of to off time sided stop handed".split()),
    pronoun_leads=frozenset(
        """no any every each this that which the another some other last first next old new
        good bad big little right wrong loved same former latter square number air day such whole
        great small young better best my your his her its our their these those as everyone tough
        easy hard black white red blue""".split()
    ),
    pronoun_follows=frozenset(
        """'s day another who whom that's is was can could should must would might may will has
        does needs wants never always morning night evening afternoon hand
        wonders expects way knows gets finds looks does had time""".split()
    ),
    before_one=frozenset("only just and or killed killing".split()),
    never_alone=frozenset(("tens",)),
    also_nouns=frozenset(("scores",)),
    half_leads=frozenset("first second last latter in".split()),
    behind_parts=frozenset(("as", "that")),
    before_parts=frozenset(("by", "than")),
    also_periods=frozenset(("quarter",)),
)
