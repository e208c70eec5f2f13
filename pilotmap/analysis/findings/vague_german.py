"""Vague words where a measure should stand, for measures written in German."""

from typing import Final

WISHES: Final = (
    r"|(ver)?besser\w*|best(e|er|es|en|m[öo]glich\w*)|optimier\w*|optimal\w*|schnell(er\w*|ste\w*)"
    r"|beschleunig\w*|effizienter\w*|effektiver\w*|steiger\w*|erh[öo]h\w*|vereinfach\w*"
    r"|einfacher\w*|leichter\w*|modern\w*|innovativ\w*|exzellen\w*|erstklassig\w*|reibungslos\w*"
    r"|nahtlos\w*|smarter?\w*|intelligenter\w*|kundenfreundlich\w*|benutzerfreundlich\w*"
    r"|nutzerfreundlich\w*|zufriedener\w*|gl[üu]cklicher\w*|verschlank\w*|digitalisier\w*"
    r"|automatisierter\w*|mehr|weniger|h[öo]her\w*|g[üu]nstiger\w*|st[äa]rk(er\w*|ung)|robuster\w*"
    r"|agiler?\w*|synergie\w*|maximier\w*|minimier\w*|reduzier\w*"
)
ABSTRACTIONS: Final = (
    r"|\w*qualit[äa]t|\w*zufriedenheit|\w*erlebnis|\w*erfahrung|effizienz|effektivit[äa]t"
    r"|produktivit[äa]t|leistung(sf[äa]higkeit)?|kundenservice|kundendienst|kundenn[äa]he|erfolg"
    r"|exzellenz|zuverl[äa]ssigkeit|zusammenarbeit|transparenz|motivation|engagement"
)
MEASURED: Final = (
    r"|\w*(zeit(en)?|dauer|quoten?|anteile?|raten?|anzahl|zahl(en)?|menge|kosten|preise?|aufwand"
    r"|umsatz|ertrag|marge|ausgaben|stunden?|minuten?|sekunden?|tagen?|wochen?|monaten?|fehlern?"
    r"|beschwerden|reklamationen|tickets|f[äa]llen?|anrufen?|vorg[äa]ngen?|auftr[äa]gen?"
    r"|r[üu]ckstand|r[üu]ckst[äa]nde|h[äa]ufigkeit|genauigkeit|durchsatz|auslastung|ausschuss"
    r"|index|punktzahl|note|wert|prozent|mittelwert|median|durchschnitt|alter|l[äa]nge|summe"
    r"|frist(en)?|termintreue|nacharbeit|kopfzahl|[üu]berstunden)"
)
"""Also as the end of a compound: Durchlaufzeit, Fehlerquote, Bearbeitungskosten."""
