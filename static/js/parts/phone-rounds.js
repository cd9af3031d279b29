// @ts-check
/** What each round asks of a person, in two sentences. */
import { t } from "../lib/i18n.js";

/** @typedef {{title: string, sub: string, todo: string[]}} RoundWords */

/** @param {{key: string} | null | undefined} round @returns {RoundWords} */
export function roundWords(round) {
  switch (round?.key) {
    case "r1":
      return {
        title: t("Er det her formålet?"),
        sub: t("Sig, om du kan stå inde for det. Kan du skrive det bedre, så gør det."),
        todo: [
          t("Læs hvert formål"),
          t("Vis med 0–5, hvor enig du er"),
          t("Skriv det om, hvis ordene er forkerte"),
        ],
      };
    case "r2":
      return {
        title: t("Hvad bliver mere, mindre eller hurtigere – for hvem?"),
        sub: t("Vælg et kort. Ingen ser det, før alle kort vendes på samme tid."),
        todo: [
          t("Læg dine vigtigste kort, et ad gangen"),
          t("Skriv dit eget, hvis det mangler"),
          t("Stem på kortene, når de er vendt"),
        ],
      };
    case "r3":
      return {
        title: t("Hvem skal gøre hvad anderledes?"),
        sub: t("En gevinst kommer først, når nogen gør noget på en ny måde."),
        todo: [
          t("Sig, hvad der skal gøres anderledes"),
          t("Tegn en forbindelse på kortet"),
          t("Svar på, om det ene fører til det andet"),
        ],
      };
    case "r4":
      return {
        title: t("Hvem høster gevinsten?"),
        sub: t("Foreslå en rolle, eller tag den selv. Ingen ejer noget uden selv at have sagt ja."),
        todo: [
          t("Foreslå en rolle til en gevinst"),
          t("Tryk »Jeg tager den«, hvis den er din"),
          t("Sig ja med en dato – eller nej"),
        ],
      };
    case "r5":
      return {
        title: t("Hvordan kan vi se, at den er kommet?"),
        sub: t("Ejeren vælger målingen. Alle skønner selv, hvor stor gevinsten bliver."),
        todo: [
          t("Vælg måling, nulpunkt og måltal for det, du ejer"),
          t("Giv dit skøn uden at se de andres"),
          t("»Ved ikke« er også et svar"),
        ],
      };
    case "r6":
      return {
        title: t("Hvad kan gå galt?"),
        sub: t("Det er to år senere, og gevinsten kom ikke. Hvad skete der?"),
        todo: [
          t("Skriv i stilhed, hvad der kan gå galt, eller hvem der mister noget"),
          t("Svar på modvinden mod det, du ejer"),
        ],
      };
    case "r7":
      return {
        title: t("Hvad gør du – og hvornår?"),
        sub: t("Én handling hver, med en dato. Ejerne skriver under."),
        todo: [t("Vælg en handling, og sæt dato på"), t("Skriv under på det, du ejer")],
      };
    default:
      return { title: t("Nu går det i gang"), sub: t("Følg med på tavlen."), todo: [] };
  }
}
