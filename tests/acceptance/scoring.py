"""The scoring of a trace against the hand-made sheet: lenient in finding, strict in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from tests.acceptance.comparing import Copies
from tests.acceptance.naming import any_same, same_names
from tests.acceptance.places import Range, find_all, share_of_words, spans_of, touch
from tests.acceptance.sheet import Sheet, line_numbers
from tests.acceptance.traced import Row, Traced

ACTS = {
    "report": "reports",
    "assert": "asserts",
    "claim": "claims",
    "suggest": "suggests",
    "confirm": "confirms",
    "deny": "denies",
    "deny_knowledge": "denies_knowledge",
    "dismiss": "dismisses",
    "decline": "declines",
    "refer_elsewhere": "refers_elsewhere",
    "characterise": "characterises",
    "urge": "urges",
    "evade": "evades",
    "publish_evidence": "publishes",
    "condemn": "condemns",
    "expect": "expects",
    "retract": "retracts",
}
NEEDED_STATEMENTS = 22
NEEDED_CLAIMS = ("K1", "K2", "K3", "K4", "K5", "K6", "K10")
BODY_FOUND = 0.9
ENOUGH_TO_BE_THE_ARTICLE = 0.3
ENOUGH_WORDS_TO_TELL = 4
# What product.md says of a part of the pages alone, beyond the sheet's `subsets`.
# Both ways pass through the agency to which B credits its copy, whatever its name in a swap.
SUBSET_RESTS_ON_CREDIT: dict[tuple[str, ...], tuple[str, ...]] = {("B", "C"): ("K1", "K5")}


class Check(NamedTuple):
    """One line of the score card: what was wanted, what was got, and whether that is right.

    ``needed`` tells the acceptance of the first issue from what is only good to know.
    """

    name: str
    right: bool
    wanted: str
    got: str
    needed: bool = True


class StatementScore(NamedTuple):
    """One statement of the sheet, and what the trace has at its words."""

    id: str
    right: bool
    wanted: str
    got: str
    severity: str


@dataclass(frozen=True, kw_only=True)
class Scoring:
    """A trace of some pages of the sheet, and the questions the sheet asks of it."""

    sheet: Sheet
    traced: Traced
    pages: tuple[str, ...]

    # Which record is which

    @cached_property
    def article_rows(self) -> dict[str, Row]:
        """The article of the trace for each article of the sheet, by most of its body's words."""
        found: dict[str, Row] = {}
        for entry in self.sheet.gold["articles"]:
            if entry["page"] not in self.pages:
                continue
            ranked = sorted(
                self.traced.rows["articles"],
                key=lambda row: (-self._body_share(entry["id"], row), row["id"]),
            )
            if ranked and self._body_share(entry["id"], ranked[0]) >= ENOUGH_TO_BE_THE_ARTICLE:
                found[entry["id"]] = ranked[0]
        return found

    def _body_share(self, article: str, row: Row) -> float:
        lines = self.sheet.lines[self.sheet.page_of(article)]
        wanted = " ".join(lines[n - 1] for n in self.sheet.body_lines(article))
        dateline = self._entry(article).get("dateline") or {}
        got = " ".join(
            row["text"][p["start"] : p["end"]] for p in row["parts"] if p["kind"] == "body"
        )
        return share_of_words(wanted.replace(dateline.get("exact", "\0"), ""), got)

    def _entry(self, article: str) -> dict[str, Any]:
        return next(a for a in self.sheet.gold["articles"] if a["id"] == article)

    @cached_property
    def page_ids(self) -> dict[str, str]:
        """The page of the trace for each page of the sheet, known by the articles on it."""
        ids: dict[str, str] = {}
        for article, row in self.article_rows.items():
            ids.setdefault(self.sheet.page_of(article), row["page"])
        return ids

    @cached_property
    def statements_of(self) -> dict[str, list[Row]]:
        """The statements of each article of the trace."""
        grouped: dict[str, list[Row]] = {}
        for row in self.traced.rows["statements"]:
            grouped.setdefault(row["article"], []).append(row)
        return grouped

    @cached_property
    def statement_rows(self) -> dict[str, Row]:
        """Every statement of the trace by its id."""
        return self.traced.by_id("statements")

    def _line_ranges(self, page: str, numbers: Sequence[int], row: Row) -> list[Range]:
        return [
            place
            for number in numbers
            for place in find_all(row["text"], self.sheet.text_of(page, number))
        ]

    # Articles, families, stories

    def articles(self) -> Iterator[Check]:
        """Each article found with its body; as many on a page as the sheet says; and heads."""
        for page in self.sheet.gold["pages"]:
            if page["id"] not in self.pages:
                continue
            wanted = len(page["articles"])
            page_id = self.page_ids.get(page["id"])
            got = sum(row["page"] == page_id for row in self.traced.rows["articles"])
            yield Check(f"articles on page {page['id']}", got == wanted, str(wanted), str(got))
            for article in page["articles"]:
                yield from self._article(article)

    def _article(self, article: str) -> Iterator[Check]:
        entry, row = self._entry(article), self.article_rows.get(article)
        if row is None:
            yield Check(f"{article} body", right=False, wanted="found", got="no such article")
            return
        share = self._body_share(article, row)
        yield Check(f"{article} body", share >= BODY_FOUND, f"F1 >= {BODY_FOUND}", f"{share:.3f}")
        outlet = entry["outlet"]
        yield self._head(
            article, "outlet", outlet.get("value") if isinstance(outlet, dict) else outlet
        )
        yield self._head(article, "headline", entry.get("title"))
        if "aggregator" in entry or self._page(article)["site"].get("role") != "aggregator":
            yield self._head(article, "via", entry.get("aggregator"))
        yield self._head(article, "credit", (entry.get("credit") or {}).get("value"))
        yield self._head(article, "dateline", (entry.get("dateline") or {}).get("value"))
        wanted_day = entry["published"].get("value")
        if wanted_day or entry["published"].get("relative"):
            got = row["published"]["value"]
            right = (got or "")[:10] == (wanted_day or "")
            yield Check(f"{article} published", right, str(wanted_day), str(got), needed=False)

    def _page(self, article: str) -> dict[str, Any]:
        page = self.sheet.page_of(article)
        return next(p for p in self.sheet.gold["pages"] if p["id"] == page)

    def _head(self, article: str, field: str, wanted: str | None) -> Check:
        got = self.article_rows[article][field]
        names = (
            self.traced.origin_names(got) if got and field in {"outlet", "via", "credit"} else ()
        )
        shown = names[0] if names else got
        if wanted is None:
            return Check(f"{article} {field}", shown is None, "-", str(shown or "-"), needed=False)
        right = any_same([wanted], names or ([got] if got else []))
        return Check(f"{article} {field}", right, wanted, str(shown or "-"), needed=False)

    def _family_of(self, article: str) -> Row | None:
        row = self.article_rows.get(article)
        return next(
            (f for f in self.traced.rows["families"] if row and row["id"] in f["witnesses"]), None
        )

    def _story_of(self, article: str) -> Row | None:
        family = self._family_of(article)
        return next(
            (s for s in self.traced.rows["stories"] if family and family["id"] in s["families"]),
            None,
        )

    def families(self) -> Iterator[Check]:
        """The copies are one family under a lost original of the agency, and nothing else is."""
        for gold in self.sheet.gold["copy_families"]:
            if gold["kind"] != "wire_copy" or not {"B", "C"} <= set(self.pages):
                continue
            wanted = sorted(
                self.article_rows[m]["id"] for m in gold["members"] if m in self.article_rows
            )
            family = self._family_of(gold["members"][0])
            got = sorted(family["witnesses"]) if family else []
            right = got == wanted and len(wanted) == len(gold["members"])
            yield Check(
                "copies in one family", right, " ".join(gold["members"]), f"{len(got)} witnesses"
            )
            if family is None:
                continue
            agency = self._entry("B1")["credit"]["value"]
            origin = family["origin"]
            names = self.traced.origin_names(origin) if origin else ("-",)
            yield Check("family's maker", any_same([agency], names), agency, names[0])
            lost = [
                self.traced.origin_names(node["origin"])
                for node in family["lost"]
                if node["origin"]
            ]
            yield Check(
                "lost original of the agency",
                family["archetype"] is None and any(any_same([agency], names) for names in lost),
                f"lost:{agency}, archetype null",
                ", ".join(names[0] for names in lost) or "none",
            )

    def word_differences(self) -> Iterator[Check]:
        """Two copies differ in the words that the sheet lists, each of its kind, no others."""
        for gold in self.sheet.gold["copy_families"]:
            members = [m for m in gold["members"] if m in self.article_rows]
            if gold["kind"] != "wire_copy" or len(members) < len(gold["members"]):
                continue
            rows = {self.sheet.page_of(m): self.article_rows[m] for m in members}
            copies = Copies(self.sheet, self.traced, rows)
            wanted = list(copies.word_differences(gold["variants"]))
            for one in (one for one in wanted if one.needed):
                kinds = " or ".join(sorted(one.kinds))
                yield Check(
                    f"differs {one.name}", bool(one.found), kinds, "found" if one.found else "-"
                )
            more = copies.left_over(wanted)
            yield Check(
                "differs in nothing else", not more, "nothing", "; ".join(more) or "nothing"
            )

    def stories(self) -> Iterator[Check]:
        """What belongs to one event is one story; what only shares people with it is not in it."""
        for gold in self.sheet.gold["stories"]:
            articles = [a for a in gold["articles"] if a in self.article_rows]
            if not articles:
                continue
            ids = {(self._story_of(a) or {"id": None})["id"] for a in articles}
            yield Check(
                f"story {gold['id']} is one", len(ids) == 1 and None not in ids, "1", str(len(ids))
            )
        for rule in self.sheet.gold["must_not_merge"]:
            first = self._story_articles(rule["a"])
            for other in rule["b"]:
                mixed = first & self._story_articles(other)
                if first and self._story_articles(other):
                    name = f"stories {rule['a']} and {other} apart"
                    yield Check(name, not mixed, "apart", "merged" if mixed else "apart")

    def _story_articles(self, story: str) -> set[str]:
        gold = next(s for s in self.sheet.gold["stories"] if s["id"] == story)
        rows = [self._story_of(a) for a in gold["articles"] if a in self.article_rows]
        return {row["id"] for row in rows if row}

    # Statements

    def statements(self) -> list[StatementScore]:
        """Each statement of the sheet once: right where one carrier has its speakers and act."""
        scores = []
        for gold in self.sheet.gold["statements"]:
            carriers = self._carriers(gold)
            if not carriers:
                continue
            results = [self._statement(gold, article) for article in carriers]
            scores.append(next((r for r in results if r.right), results[0]))
        return scores

    def _carriers(self, gold: Mapping[str, Any]) -> list[str]:
        articles = gold["article"] if isinstance(gold["article"], list) else [gold["article"]]
        return [a for a in articles if self.sheet.page_of(a) in self.pages]

    def _forms(self, name: str) -> tuple[str, ...]:
        return (name, *self.sheet.other_names.get(name, ()))

    def _wanted_speakers(self, gold: Mapping[str, Any]) -> list[tuple[str, ...]]:
        speakers = gold["speaker"] if isinstance(gold["speaker"], list) else [gold["speaker"]]
        return [self._forms(name) for name in speakers]

    def candidates(self, gold: Mapping[str, Any], article: str) -> list[Row]:
        """Return the statements of the trace that stand at a gold statement's words."""
        row = self.article_rows.get(article)
        if row is None:
            return []
        places = find_all(row["text"], gold["exact"])
        found = [s for s in self.statements_of.get(row["id"], []) if touch(spans_of(s), places)]
        return sorted(found, key=lambda s: (not self._right(gold, s), s["id"]))

    def _right(self, gold: Mapping[str, Any], statement: Row) -> bool:
        acts = {ACTS[act] for act in (gold["act"], gold.get("also")) if act}
        return statement["act"] in acts and self._speaks(gold, statement)

    def _speaks(self, gold: Mapping[str, Any], statement: Row) -> bool:
        got = [self.traced.origin_names(origin) for origin in statement["speakers"]]
        role = str(gold.get("role", ""))
        if same_names(self._wanted_speakers(gold), got, role):
            return True
        inside = gold.get("sources_inside")
        if not inside:
            return False
        # The chain may be kept in one record: the inner sources speak, the outer one is a relay.
        relays = [self.traced.origin_names(origin) for origin in statement["relays"]]
        return same_names([self._forms(name) for name in inside], got) and all(
            any(any_same(forms, names, role) for names in relays)
            for forms in self._wanted_speakers(gold)
        )

    def _statement(self, gold: Mapping[str, Any], article: str) -> StatementScore:
        speakers = gold["speaker"] if isinstance(gold["speaker"], list) else [gold["speaker"]]
        acts = [ACTS[act] for act in (gold["act"], gold.get("also")) if act]
        wanted = f"{' + '.join(speakers)} {'/'.join(acts)}"
        found = self.candidates(gold, article)
        if article not in self.article_rows:
            got = f"no article {article}"
        elif not find_all(self.article_rows[article]["text"], gold["exact"]):
            got = f"the words are not in the text of {article}"
        elif not found:
            got = "nothing at these words"
        else:
            got = "; ".join(self.show(statement) for statement in found[:3])
        right = bool(found) and self._right(gold, found[0])
        return StatementScore(gold["id"], right, wanted, got, gold["sev"])

    def show(self, statement: Row) -> str:
        """Return a statement in short: who, through whom, which act, by which verb."""
        speakers = " + ".join(self.traced.origin_names(o)[0] for o in statement["speakers"]) or "?"
        relays = "".join(f" <- {self.traced.origin_names(o)[0]}" for o in statement["relays"])
        return f"{speakers}{relays} {statement['act']} ({statement['verb']})"

    def not_statements(self) -> Iterator[Check]:
        """No statement and no claim stands on what is not the story's own text."""
        for gold in self.sheet.gold["not_statements"]:
            page = gold["page"]
            if page not in self.pages:
                continue
            numbers = line_numbers({"line": gold["line"]} if "line" in gold else gold)
            faults = [
                self.show(statement)
                for row in self._rows_of_page(page)
                for statement in self.statements_of.get(row["id"], [])
                if touch(spans_of(statement), self._line_ranges(page, numbers, row))
            ]
            where = gold.get("line", gold.get("lines"))
            yield Check(
                f"nothing said on {page} {where}", not faults, "none", "; ".join(faults) or "none"
            )
        faults = [
            self.show(statement)
            for row in self.traced.rows["articles"]
            for statement in self.statements_of.get(row["id"], [])
            if not touch(spans_of(statement), _body(row))
        ]
        yield Check(
            "statements stand in body text", not faults, "none", "; ".join(faults[:3]) or "none"
        )

    def _rows_of_page(self, page: str) -> list[Row]:
        return [r for r in self.traced.rows["articles"] if r["page"] == self.page_ids.get(page)]

    def foreign(self) -> Iterator[Check]:
        """Nothing of the encyclopaedia block, link list or other articles enters a story."""
        for page, first, last in (("A", 14, 18), ("B", 36, 52), ("C", 18, 74)):
            if page not in self.pages:
                continue
            lead = {"A": "A1", "B": "B1", "C": "C1"}[page]
            row = self.article_rows.get(lead)
            if row is None:
                continue
            numbers = [
                n
                for n in range(first, last + 1)
                if len(self.sheet.text_of(page, n).split()) >= ENOUGH_WORDS_TO_TELL
            ]
            ranges = self._line_ranges(page, numbers, row)
            inside = [p for p in _body(row) if touch([p], ranges)]
            claims = [
                claim["id"]
                for claim in self.traced.rows["claims"]
                for member in claim["members"]
                if any(
                    s["article"] == row["id"] and touch([(s["start"], s["end"])], ranges)
                    for s in member["spans"]
                )
            ]
            name = f"nothing of {page} {first}-{last} in the text of {lead}"
            got = f"{len(inside)} paragraphs, {len(claims)} claims" if inside or claims else "none"
            yield Check(name, not inside and not claims, "none", got)

    # Claims

    def find_claims(self, key: str) -> list[Row]:
        """Return the claims about the world that hold a gold claim's words, the fullest first."""
        ranked = [
            (-held, claim["id"], claim)
            for claim in self.traced.rows["claims"]
            if claim["about"] == "world" and (held := self._held(key, claim))
        ]
        return [claim for _, _, claim in sorted(ranked, key=lambda item: item[:2])]

    def _gold_claim(self, key: str) -> dict[str, Any]:
        return next(c for c in self.sheet.gold["claims"] if c["id"] == key)

    def _held(self, key: str, claim: Row) -> int:
        """Return how many places of the gold claim a claim's members hold."""
        held = 0
        golds = {s["id"]: s for s in self.sheet.gold["statements"]}
        for statement in self._gold_claim(key)["by"]:
            gold = golds[statement]
            for article in self._carriers(gold):
                row = self.article_rows.get(article)
                if row is not None and self._asserted(
                    key, claim, row, self._around(gold, row, article)
                ):
                    held += 1
        return held

    def _around(self, gold: Mapping[str, Any], row: Row, article: str) -> list[Range]:
        articles = gold["article"] if isinstance(gold["article"], list) else [gold["article"]]
        numbers = gold["lines"] if "lines" in gold else [gold["line"]]
        number = numbers[articles.index(article)]
        page = self.sheet.page_of(article)
        return self._line_ranges(page, [number], row) or find_all(row["text"], gold["exact"])

    def _asserted(self, key: str, claim: Row, row: Row, around: Sequence[Range]) -> bool:
        for member in claim["members"]:
            if member["stance"] not in {"asserts", "confirms"}:
                continue
            spans = [s for s in member["spans"] if s["article"] == row["id"]]
            if touch([(s["start"], s["end"]) for s in spans], around) and self._says(
                key, " ".join(s["text"] for s in spans)
            ):
                return True
        return False

    def _says(self, key: str, words: str) -> bool:
        folded = words.casefold()
        return all(
            any(word.casefold() in folded for word in group)
            for group in self.sheet.claim_words[key]
        )

    def claims(self) -> Iterator[Check]:
        """Each claim of the sheet: its lines, voices and what it rests on, for the pages traced."""
        whole = set(self.pages) == {"A", "B", "C"}
        row: dict[str, Any] = next(
            (r for r in self.sheet.gold["subsets"] if set(r["pages"]) == set(self.pages)), {}
        )
        for gold in self.sheet.gold["claims"]:
            key = gold["id"]
            if not whole and key not in row:
                continue
            needed = key in NEEDED_CLAIMS if whole else key in {"K1", "K2"}
            found = self.find_claims(key)
            if not found:
                yield Check(
                    f"{key} found", right=False, wanted=gold["text"], got="no claim", needed=needed
                )
                continue
            best = found[0]
            wanted = gold["lines"] if whole else row[key]
            rivals = "".join(f", also {c['id'][:8]} {c['lines']}" for c in found[1:4])
            shown = f"{best['lines']} ({best['id'][:8]} holds {self._held(key, best)}{rivals})"
            # A piece of the claim that shows a higher number elsewhere is as wrong as the whole.
            right = best["lines"] == wanted and all(c["lines"] <= wanted for c in found)
            yield Check(f"{key} lines", right, str(wanted), shown, needed=needed)
            voices = self._voice_names(best)
            most = gold["voices_at_most"]
            if whole:
                yield Check(
                    f"{key} voices",
                    len(voices) <= most,
                    f"at most {most}",
                    "; ".join(voices),
                    needed=needed,
                )
            rests = gold["rests_on"] if whole else []
            if key in SUBSET_RESTS_ON_CREDIT.get(tuple(sorted(self.pages)), ()):
                rests = [self._entry("B1")["credit"]["value"]]
            if rests:
                names = [self._node_names(best, node) for node in best["rests_on"]]
                swapped = [self._forms(name) for name in rests]
                yield Check(
                    f"{key} rests on",
                    same_names(swapped, names),
                    "; ".join(rests),
                    "; ".join(n[0] for n in names),
                    needed=needed,
                )

        yield self._too_high()

    def _too_high(self) -> Check:
        """A high count that the sheet does not know is to be looked at: the worst error."""
        known = {claim["id"] for claim in self.find_claims("K1")}
        high = [
            f"{claim['lines']} for {claim['gist']['text'][:60]!r}"
            for claim in self.traced.rows["claims"]
            if claim["about"] == "world" and claim["lines"] > 1 and claim["id"] not in known
        ]
        got = "; ".join(high) or "none"
        return Check("other claims of two lines or more", not high, "none", got, needed=False)

    def _voice_names(self, claim: Row) -> list[str]:
        return [self.traced.origin_names(origin)[0] for origin in claim["voices"]]

    def _node_names(self, claim: Row, node: str) -> tuple[str, ...]:
        origin = next((n["origin"] for n in claim["graph"]["nodes"] if n["id"] == node), None)
        return self.traced.origin_names(origin or node)

    def stances(self) -> Iterator[Check]:
        """He who declined is listed as declining, not as denying; and nobody denied."""
        found = self.find_claims("K1")
        if not found:
            yield Check(
                "K1 declined", right=False, wanted="declined by the spokesman", got="no claim"
            )
            return
        gold = self._gold_claim("K1")["decline"][0].split(" / ")
        for claim in found:
            for member in claim["members"]:
                if member["stance"] in {"denies", "confirms"} and self._is_one_of(member, gold):
                    yield Check("K1 stance", right=False, wanted="declines", got=member["stance"])
            denials = [m for m in claim["members"] if m["stance"] == "denies"]
            yield Check("K1 denied by nobody", not denials, "0", str(len(denials)))
        declined = [
            member
            for claim in found
            for member in claim["members"]
            if member["stance"] == "declines" and self._is_one_of(member, gold)
        ]
        # Page A's refusal is about another thing (difference D7), so alone it need not hang on K1.
        told = bool({"B", "C"} & set(self.pages))
        got = f"{len(declined)} members"
        yield Check("K1 declined", bool(declined), " / ".join(gold), got, needed=told)
        acts = {
            statement["act"]
            for gold_statement in self.sheet.gold["statements"]
            if gold_statement["id"] in {"F-1", "F-5", "A-1"}
            for article in self._carriers(gold_statement)
            for statement in self.candidates(gold_statement, article)
        }
        wrong = acts & {"denies", "confirms", "dismisses"}
        yield Check(
            "a refusal is no denial", not wrong, "declines", " ".join(sorted(acts)) or "none"
        )

    def _is_one_of(self, member: Mapping[str, Any], names: Sequence[str]) -> bool:
        statement = self.statement_rows.get(member["statement"])
        return statement is not None and any(
            any_same(self._forms(name), self.traced.origin_names(speaker))
            for speaker in statement["speakers"]
            for name in names
        )

    # Everything

    def spans(self) -> Check:
        """Every span lies in its article and repeats its text."""
        texts = {row["id"]: row["text"] for row in self.traced.rows["articles"]}
        faults = [
            span
            for noun in ("statements", "claims", "derivations", "families", "stories")
            for row in self.traced.rows[noun]
            for span in all_spans(row)
            if texts.get(span["article"], "")[span["start"] : span["end"]] != span["text"]
            or not span["text"]
        ]
        return Check("every span equals its text", not faults, "all", f"{len(faults)} do not")

    def checks(self) -> list[Check]:
        """Return every check but the statements one by one."""
        statements = self.statements()
        right = sum(s.right for s in statements)
        wanted = NEEDED_STATEMENTS if len(self.pages) == len(self.sheet.lines) else 0
        return [
            *self.articles(),
            *self.families(),
            *self.word_differences(),
            *self.stories(),
            *self.not_statements(),
            *self.foreign(),
            Check(
                "statements right", right >= wanted, f">= {wanted}", f"{right} of {len(statements)}"
            ),
            *self.claims(),
            *self.stances(),
            self.spans(),
        ]


def _body(row: Row) -> list[Range]:
    return [(p["start"], p["end"]) for p in row["parts"] if p["kind"] == "body"]


def all_spans(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every span inside a row."""
    if isinstance(value, dict):
        if {"article", "start", "end", "text"} == set(value):
            yield value
        else:
            for item in value.values():
                yield from all_spans(item)
    elif isinstance(value, list):
        for item in value:
            yield from all_spans(item)
