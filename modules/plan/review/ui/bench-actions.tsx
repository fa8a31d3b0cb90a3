/** The foot of the bench: the steps that need no further word, and the keys. */
import { Button } from "#ui/button/button.tsx";
import { KeysDialog } from "../../ui/bench/keys-dialog.tsx";
import { StepForm } from "../../ui/bench/step-form.tsx";
import type { KeysState } from "../../ui/bench/use-keys.ts";
import type { ReviewView } from "../present.ts";
import { useItemWords } from "./words.ts";

/** Those that cannot be taken now are shown, and not offered. */
export function ItemSteps({ view }: { view: ReviewView }) {
  const { t } = useItemWords([]);
  const { selected } = view;
  const item = selected?.is === "item" ? selected : null;
  const steps = [
    { key: "promote", hotkey: "[", can: item?.can.promote },
    { key: "demote", hotkey: "]", can: item?.can.demote },
    { key: "raise", hotkey: "Shift+K", can: item?.can.raise },
    { key: "lower", hotkey: "Shift+J", can: item?.can.lower },
    { key: "set-aside", hotkey: "A", can: item !== null },
  ] as const;
  return (
    <>
      {item && (
        <StepForm step={{ item: item.id }}>
          {steps.map(({ key, hotkey, can }) => (
            <span key={key} data-step={key}>
              <Button name="do" value={key} hotkey={hotkey} disabled={!can}>
                {t(key)}
              </Button>
            </span>
          ))}
        </StepForm>
      )}
      <StepForm step={{}}>
        <Button name="do" value="undo" hotkey="U" disabled={view.undoable === 0}>
          {t("undo")}
        </Button>
        <Button name="do" value="redo" hotkey="R" disabled={view.redoable === 0}>
          {t("redo")}
        </Button>
      </StepForm>
    </>
  );
}

export function Keys(state: KeysState) {
  const { t } = useItemWords([]);
  const hints = [
    { keys: ["J", "K"], does: t("key-row") },
    { keys: ["H", "L"], does: t("key-side") },
    { keys: ["O"], does: t("key-open") },
    { keys: ["W"], does: t("key-warning") },
    { keys: ["[", "]"], does: t("key-step") },
    { keys: ["Shift+K", "Shift+J"], does: t("key-order") },
    { keys: ["T"], does: t("key-type") },
    { keys: ["M"], does: t("key-move") },
    { keys: ["G"], does: t("key-merge") },
    { keys: ["S"], does: t("key-split") },
    { keys: ["A"], does: t("key-aside") },
    { keys: ["U", "R"], does: t("key-undo") },
  ];
  return <KeysDialog {...state} heading={t("keys-all-title")} hints={hints} />;
}
