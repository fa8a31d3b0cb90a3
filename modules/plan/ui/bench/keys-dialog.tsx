/** All keys of a work surface, and the switch that turns the single letters off. */
import { useTranslations } from "use-intl";
import { Button } from "#ui/button/button.tsx";
import { Dialog } from "#ui/dialog/dialog.tsx";
import { KeyHint, type KeyHintProps } from "#ui/key-hint/key-hint.tsx";
import type { KeysState } from "./use-keys.ts";

export function KeysDialog({
  on,
  setOn,
  heading,
  hints,
}: KeysState & Pick<KeyHintProps, "hints"> & { heading: string }) {
  const t = useTranslations("review");
  return (
    <div className="bench-keys" data-keys={on === null ? undefined : on ? "on" : "off"}>
      <Dialog id="all-keys" heading={heading} close={t("keys-close")}>
        <KeyHint label={heading} hints={hints} />
        <label>
          <input type="checkbox" checked={on ?? true} onChange={(event) => setOn(event.target.checked)} />{" "}
          {t("keys-toggle")}
        </label>
      </Dialog>
      <span data-key-button="all-keys">
        <Button plain opens="all-keys" hotkey="?">
          {t("key-all")}
        </Button>
      </span>
    </div>
  );
}
