/** Links by which a reader changes language or theme and comes back to the same page. They work without script. */
import { useLocation } from "react-router";
import type { Theme } from "#app/context.ts";
import { LANGUAGES, type Language } from "#locales/messages.ts";
import type { LanguageLink, LinkTo } from "#ui/link.ts";

const NAMES: Record<Language, string> = { en: "English", es: "Español" };

const useHere = (): string => {
  const { pathname, search } = useLocation();
  return encodeURIComponent(pathname + search);
};

export function useLanguageLinks(current: Language): LanguageLink[] {
  const here = useHere();
  return LANGUAGES.map((lang) => ({
    lang,
    href: `/language/${lang}?to=${here}`,
    text: NAMES[lang],
    current: lang === current,
  }));
}

export function useThemeLinks(current: Theme, names: Record<Theme, string>): LinkTo[] {
  const here = useHere();
  const themes: Theme[] = ["auto", "light", "dark"];
  return themes
    .filter((theme) => theme !== current)
    .map((theme) => ({ href: `/theme/${theme}?to=${here}`, text: names[theme] }));
}
