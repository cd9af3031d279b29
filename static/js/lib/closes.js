// @ts-check
/**
 * What a close code means to a person, and the one thing to do about it. Every code has a way on.
 */
import { t } from "./i18n.js";

/** @typedef {"retry" | "reload" | "join" | "ask" | "code" | "start"} Way */
/** @typedef {{title: string, text: string, button: string, way: Way}} Close */

/**
 * @param {number} code
 * @param {string} [told] the server's own sentence, which wins where the way on is not through the door
 * @returns {Close}
 */
export function closeWords(code, told) {
  const close = words(code);
  return told && !isAtDoor(close.way) ? { ...close, text: told } : close;
}

/** Whether it leads to the door, by which our own words tell how. @param {Way} way */
const isAtDoor = (way) => way === "join" || way === "ask";

/** @param {number} code @returns {Close} */
function words(code) {
  switch (code) {
    case 4001:
      return {
        title: t("Vi kender ikke denne telefon"),
        text: t(
          "Gå med i spillet igen med dit navn og din rolle. Har du spillet med før, får du din plads tilbage.",
        ),
        button: t("Gå med i spillet"),
        way: "join",
      };
    case 4003:
      return {
        title: t("Du er taget ud af spillet"),
        text: t(
          "Spilstyreren har taget dig ud af spillet. Det, du har lagt, bliver liggende. Du kan bede om at komme ind igen.",
        ),
        button: t("Bed om at komme ind igen"),
        way: "ask",
      };
    case 4004:
      return {
        title: t("Spillet findes ikke"),
        text: t("Der er intet spil med den kode. Se efter på tavlen, og skriv den igen."),
        button: t("Skriv koden igen"),
        way: "code",
      };
    case 4010:
      return {
        title: t("Her er ikke mere at gøre"),
        text: t("Spillet er slut, og fristen for at rette er udløbet. Kortet ligger hos projektet."),
        button: t("Til forsiden"),
        way: "start",
      };
    case 4013:
      return {
        title: t("Der er lukket for flere"),
        text: t("Rummet er fuldt eller låst. Sig det til spilstyreren, som kan lukke op."),
        button: t("Prøv igen"),
        way: "retry",
      };
    case 4026:
      return {
        title: t("Der er kommet en ny udgave"),
        text: t("Siden skal hentes igen, før du kan spille videre. Det, du har lagt, er gemt."),
        button: t("Hent den nye udgave"),
        way: "reload",
      };
    case 4008:
      return {
        title: t("Nettet er for langsomt lige nu"),
        text: t("Vi prøver selv igen. Det, du har lagt, er gemt."),
        button: t("Prøv nu"),
        way: "retry",
      };
    case 4029:
      return {
        title: t("Der kom for meget på en gang"),
        text: t("Vent et øjeblik. Vi prøver selv igen."),
        button: t("Prøv nu"),
        way: "retry",
      };
    default:
      return {
        title: t("Serveren er optaget"),
        text: t("Vi prøver selv igen om lidt. Det, du har lagt, er gemt."),
        button: t("Prøv nu"),
        way: "retry",
      };
  }
}

/**
 * Where a way leads; null when it stays on this page.
 * @param {Way} way
 * @param {string} code the game's
 */
export function wayTo(way, code) {
  if (isAtDoor(way)) return `/j/${encodeURIComponent(code)}`;
  if (way === "code") return "/j";
  if (way === "start") return "/";
  return null;
}
