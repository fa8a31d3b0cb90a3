import { useTranslations } from "use-intl";
import { Crumb } from "#ui/crumb/crumb.tsx";

/** Where one is, below one's own account. */
export function FactorCrumb({ here, of = "second-factor" }: { here?: string; of?: "second-factor" | "passkeys" }) {
  const t = useTranslations("secondFactor");
  const title = t(of === "passkeys" ? "passkeys" : "title");
  return (
    <Crumb
      label={t("crumb")}
      steps={[
        { href: "/account", text: t("own-account") },
        ...(here === undefined ? [{ text: title }] : [{ href: `/account/${of}`, text: title }, { text: here }]),
      ]}
    />
  );
}
