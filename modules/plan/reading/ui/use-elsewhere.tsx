/** The plan in another site's frame: what to paste there, and what it shows. For screens only. */
import { useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { TextArea } from "#ui/text-area/text-area.tsx";
import type { PlanHead } from "../../plan-view.ts";

export function UseElsewhere({ head, embedUrl }: { head: PlanHead; embedUrl: string }) {
  const t = useTranslations("reading.elsewhere");
  const title = t("frame-title", { plan: head.title, org: head.org.name });
  return (
    <div className="use-elsewhere" data-screen>
      <Block heading={t("heading")} id="the_elsewhere">
        <p>{t("what")}</p>
        <TextArea
          name="frame"
          label={t("label")}
          hint={t("hint")}
          rows={3}
          readOnly
          spellCheck={false}
          defaultValue={frameOf(embedUrl, title)}
        />
        <p>
          <a href={embedUrl}>{t("look")}</a>
        </p>
      </Block>
    </div>
  );
}

const frameOf = (url: string, title: string): string =>
  `<iframe src="${escaped(url)}" title="${escaped(title)}" width="100%" height="480" loading="lazy"></iframe>`;

const escaped = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
