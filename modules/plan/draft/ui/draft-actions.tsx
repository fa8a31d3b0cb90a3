/** The foot of the page: what needs no further word, and the keys. */
import { Button } from "#ui/button/button.tsx";
import { KeysDialog } from "../../ui/bench/keys-dialog.tsx";
import { StepForm } from "../../ui/bench/step-form.tsx";
import type { BenchKeys, KeysState } from "../../ui/bench/use-keys.ts";
import type { DraftView } from "../present.ts";
import { WORDS_FORM } from "./element-forms.tsx";
import { useDraftWords } from "./words.ts";

export const DRAFT_KEYS: BenchKeys = {
  presses: {
    "[": ["button[value=out]"],
    "]": ["button[value=in]"],
    K: ["button[value=up]"],
    J: ["button[value=down]"],
    "Alt+ArrowLeft": ["button[value=out]"],
    "Alt+ArrowRight": ["button[value=in]"],
    "Alt+ArrowUp": ["button[value=up]"],
    "Alt+ArrowDown": ["button[value=down]"],
    a: ["[data-key=add-after]"],
    b: ["[data-key=add-under]"],
    m: ["[data-key=add-measure]"],
    u: ["[data-step=take-back-last] button"],
    o: ["[data-key=overview]"],
    "?": ["[data-key-button=all-keys] button"],
  },
  leads: { e: ["#words textarea", "#words input:not([type=hidden])"] },
  walk: () => [...document.querySelectorAll<HTMLElement>(".tree .tree-words")],
  stored: "guidepost-draft-keys",
};

/** What cannot be done now is shown, and not offered. `isTold`: a conflict stands in place of the form. */
export function DraftActions({ view, edits, isTold }: { view: DraftView; edits: number; isTold: boolean }) {
  const { t } = useDraftWords();
  const { selected, adding } = view;
  const hasForm = !isTold && (adding === null ? selected !== null : adding.element !== "node" || adding.level !== null);
  const steps = [
    { way: "up", hotkey: "Alt+ArrowUp" },
    { way: "down", hotkey: "Alt+ArrowDown" },
    { way: "out", hotkey: "Alt+ArrowLeft" },
    { way: "in", hotkey: "Alt+ArrowRight" },
  ] as const;
  return (
    <>
      {hasForm && (
        <Button first form={WORDS_FORM}>
          {t(adding === null ? "save" : "add-now")}
        </Button>
      )}
      {selected && adding === null && (
        <StepForm step={{ do: "move", element: selected.element, address: selected.words.address }}>
          {steps.map(({ way, hotkey }) => (
            <Button key={way} name="way" value={way} hotkey={hotkey} disabled={!selected.can[way]}>
              {t(`step.${way}`)}
            </Button>
          ))}
        </StepForm>
      )}
      <span data-step="take-back-last">
        <StepForm step={{ do: "take-back", n: String(edits) }}>
          <Button hotkey="U" disabled={edits === 0}>
            {t("take-back-last")}
          </Button>
        </StepForm>
      </span>
    </>
  );
}

export function DraftKeys(state: KeysState) {
  const { t } = useDraftWords();
  const hints = [
    { keys: ["J", "K"], does: t("key.row") },
    { keys: ["Alt+↑", "Alt+↓"], does: t("key.order") },
    { keys: ["Alt+←", "Alt+→"], does: t("key.step") },
    { keys: ["[", "]", "Shift+J", "Shift+K"], does: t("key.same") },
    { keys: ["E"], does: t("key.edit") },
    { keys: ["A"], does: t("key.after") },
    { keys: ["B"], does: t("key.under") },
    { keys: ["M"], does: t("key.measure") },
    { keys: ["U"], does: t("key.back") },
    { keys: ["O"], does: t("key.overview") },
  ];
  return <KeysDialog {...state} heading={t("keys")} hints={hints} />;
}
