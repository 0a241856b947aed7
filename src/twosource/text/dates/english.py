"""The words of time in English news."""

from __future__ import annotations

from twosource.text.dates.language import Language, number_words, word_set

ENGLISH = Language(
    code="en",
    months=number_words(
        "january february march april may june july august september october november december"
    ),
    short_months=number_words("jan feb mar apr may jun jul aug sep|sept oct nov dec"),
    weekdays=number_words("monday tuesday wednesday thursday friday saturday sunday", 0),
    short_weekdays=number_words("mon tue|tues wed thu|thur|thurs fri sat sun", 0),
    counts=number_words(
        "a|an|one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty"
    )
    | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "a hundred": 100},
    few=word_set("few couple several many some"),
    units={
        "minute": ("minute", 1), "hour": ("hour", 1), "day": ("day", 1), "week": ("week", 1),
        "fortnight": ("week", 2), "month": ("month", 1), "year": ("year", 1),
        "decade": ("decade", 1),
    },
    whole_units={
        "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter",
        "year": "year",
    },
    which={
        "last": -1, "this past": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
        "this coming": 1,
    },
    from_story=word_set("previous following same"),
    parts_of_day=word_set("morning afternoon evening night"),
    days={"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1},
    before_now=word_set("earlier previously recently"),
    parts={
        "early": "early", "mid": "mid", "late": "late", "earlier": "so_far",
        "later": "still_to_come",
    },
    parts_of={
        "beginning": "begin", "start": "begin", "middle": "mid", "end": "end", "close": "end",
    },
    ordinals={
        "first": 1, "second": 2, "third": 3, "fourth": 4,
    },
    ordinal_days=number_words(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
        "twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
        "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
    ),
    spoken_centuries={"nineteen": 1900},
    tens={
        "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90,
    },
    seasons=word_set("spring summer autumn fall winter"),
    fixed_days={
        "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
        "new year's day": (1, 1), "new year's eve": (12, 31), "halloween": (10, 31),
        "valentine's day": (2, 14),
    },
    rough=word_set("about around some nearly almost roughly approximately"),
    more=frozenset(("over", "more than", "at least", "just over")),
    less=frozenset(("less than", "under", "just under", "up to")),
    doubtful_months=word_set("march april may june august"),
    before_month=word_set(
        """in since of last next this until till by from early late mid during through between
        before after previous to and for every past"""
    ),
    before_year=word_set(
        """in since until till by from of during early late mid year fiscal between through before
        after to and for both or spring summer autumn fall winter"""
    ),
    of_a_year=word_set("the a an its their his her our this that"),
    after_year=word_set(
        """election elections olympics games census budget season war referendum campaign invasion
        attack attacks report survey crisis coup treaty agreement deal law revolution summit vote
        resolution convention accord ceasefire truce earthquake period quarter results"""
    ),
    before_count=word_set(
        """than about some nearly almost roughly least most only around over under another number
        no nos room flight page highway route channel model resolution"""
    ),
    names_of_papers=word_set(
        """times telegraph mirror express mail post world herald mercury independent tribune
        business night club league prayers"""
    ),
    named_days=word_set("good black ash bloody super cyber palm maundy shrove giving"),
    named_by_day=word_set("attack attacks riot riots massacre terror"),
    bounds={
        "since": "from", "after": "after", "before": "before", "until": "until", "till": "until",
        "by": "until",
    },
    future=word_set(
        """will won't shall would may might can can't could should must upcoming scheduled expected
        due slated planned planning expects expect hopes intends tomorrow he'll she'll it'll
        they'll we'll i'll you'll poised"""
    ),
    future_pairs={
        "set": word_set("to for"), "plan": word_set("to for"), "plans": word_set("to for"),
        "ahead": word_set("of"), "going": word_set("to"),
        "until": word_set("the a an his her its their"),
    },
    planned=word_set(
        """begin begins start starts open opens resume resumes meet meets expire expires arrive
        arrives vote votes takes face faces beginning starting ends ending kicks goes
        deadline debuts premieres airs airing convenes hosts holds"""
    ),
    past=word_set(
        """said told was were had did made came went took saw met held began fell rose won lost sent
        left gave found got wrote spoke broke drew flew became brought ran hit died shot kept led
        paid sold bought stood struck thought built caught dealt fought grew knew sought swept
        threw withdrew ago previously earlier says has have"""
    ),
    past_pairs={"after": word_set("the a an his her its their")},
    past_ending="ed",
    progressive_ending="ing",
    be_now=word_set("is are am he's she's it's they're we're i'm"),
    looking_back=word_set("had previously earlier"),
    infinitive="to",
    infinitive_governors=word_set(
        """will won't shall would may might could should must upcoming scheduled expected due slated
        planned plans plan planning expects expect hopes intends going tomorrow poised
        agreed agree agrees promised promises vowed vows pledged set ready likely about prepared
        preparing prepares asked urged ordered invited threatened threatens need needs supposed want
        wants wanted hoped intended deadline is are continue try hoping seeks decided meeting
        session time"""
    ),
    object_governors=word_set(
        "urged urges asked asks ordered orders invited invites told wants want wanted encouraged"
    ),
    not_infinitive=word_set("the a an his her its their this that last next"),
    future_prepositions=word_set("for until till by starting"),
    past_prepositions=word_set("since"),
    subordinators=word_set("which who whose where when that because if"),
    between=word_set("on early late mid noon midnight"),
    be=word_set("be being is are"),
    before_adjective=word_set("a an the its his her their this still"),
    titles=word_set(
        "mr mrs ms dr gen sen rep gov lt col sgt capt adm maj cmdr prof st rev pres messrs"
    ),
    openers=word_set(
        "the a an in it its he she his her they their we but and this that these on at as for if "
        "when while after there some many"
    ),
)  # fmt: skip
