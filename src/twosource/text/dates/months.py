"""Months as European papers write them beside their headlines: one table a language, to add to."""

from __future__ import annotations

from twosource.text.dates.english import ENGLISH
from twosource.text.dates.language import Language, number_words

LANGUAGES: tuple[Language, ...] = (
    ENGLISH,
    Language(
        code="fr",
        months=number_words(
            "janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre "
            "novembre décembre|decembre"
        ),
    ),
    Language(
        code="de",
        months=number_words(
            "januar|jänner februar|feber märz april mai juni juli august september oktober "
            "november dezember"
        ),
    ),
    Language(
        code="es",
        months=number_words(
            "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre "
            "noviembre diciembre"
        ),
    ),
    Language(
        code="it",
        months=number_words(
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
            "dicembre"
        ),
    ),
    Language(
        code="pt",
        months=number_words(
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
            "dezembro"
        ),
    ),
    Language(
        code="nl",
        months=number_words(
            "januari februari maart april mei juni juli augustus september oktober november "
            "december"
        ),
    ),
    Language(
        code="sv",
        months=number_words(
            "januari februari mars april maj juni juli augusti september oktober november december"
        ),
    ),
    Language(
        code="pl",
        months=number_words(
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
            "listopada grudnia"
        ),
    ),
    Language(
        code="ru",
        months=number_words(
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
        ),
    ),
)

MONTHS: dict[str, int] = {
    word: number
    for language in LANGUAGES
    for word, number in (*language.months.items(), *language.short_months.items())
}
"""Every name of a month, whole or short; no name means two months in two of the languages."""
