import { useTranslations } from "use-intl";
import { type Place, sayPlace } from "../place.ts";

export function usePlace(): (place: Place) => string {
  const t = useTranslations();
  return (place) => sayPlace(t, place);
}
