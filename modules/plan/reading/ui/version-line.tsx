/** Which version this is, and how it stands: one line, wherever there is little room. */
import { useTranslations } from "use-intl";
import { useDecided } from "../../adoption/ui/decided.tsx";
import type { PlanHead } from "../../plan-view.ts";
import { InForce } from "../../ui/plan-top.tsx";
import { SAID } from "../../ui/plan-words.tsx";

export function VersionLine({ head }: { head: PlanHead }) {
  const t = useTranslations("plan");
  const decided = useDecided();
  const { decisions, adoption } = head;
  const [first] = decisions;
  return (
    <>
      <InForce head={head} />{" "}
      {first ? decided(first) : adoption !== null && t.rich("draft-adoption", { words: adoption, ...SAID })}
    </>
  );
}
