import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#ui/button/button.tsx";
import { Note } from "#ui/note/note.tsx";

interface AskBrowserProps {
  /** Where what the browser needs is fetched. */
  options: string;
  /** Puts the question to the browser; its answer goes along with the form. */
  ask: (options: never) => Promise<unknown>;
  children: ReactNode;
}

/** The button of a form whose answer the browser gives: a passkey. Without script it says so. */
export function AskBrowser({ options, ask, children }: AskBrowserProps) {
  const t = useTranslations("secondFactor");
  const answer = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"no-script" | "ready" | "asking" | "failed" | "session-old" | "prove-first">(
    "no-script",
  );
  useEffect(() => setState("ready"), []);

  async function go() {
    const form = answer.current?.form;
    if (!form || !answer.current) return;
    // What is missing is told first: a passkey that is made and then refused would stay on the device.
    if (!form.checkValidity()) return form.requestSubmit();
    setState("asking");
    try {
      const fetched = await fetch(options);
      const told = await fetched.json();
      if (!fetched.ok) return setState(told.problem === "session-old" ? "session-old" : "prove-first");
      answer.current.value = JSON.stringify(await ask(told as never));
      form.requestSubmit();
    } catch {
      setState("failed");
    }
  }

  if (state === "no-script") return <Note>{t("passkey-script")}</Note>;
  return (
    <>
      <input type="hidden" name="response" ref={answer} />
      <div aria-live="polite">
        {state === "asking" && <Note>{t("passkey-working")}</Note>}
        {state === "failed" && <p>{t("passkey-failed")}</p>}
        {(state === "session-old" || state === "prove-first") && <p>{t(`problem.${state}`)}</p>}
      </div>
      <AskButton onAsk={go}>{children}</AskButton>
    </>
  );
}

/** A button of the design system has no handler of its own: the press is heard around it. */
function AskButton({ onAsk, children }: { onAsk: () => void; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = place.current;
    here?.addEventListener("click", onAsk);
    return () => here?.removeEventListener("click", onAsk);
  });
  return (
    <div ref={place}>
      <Button first type="button">
        {children}
      </Button>
    </div>
  );
}
