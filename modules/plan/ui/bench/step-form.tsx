/** One step as a form: it works without script, and with it goes without loading the page anew. */
import { createContext, type ReactNode, useContext } from "react";
import { Form } from "react-router";

/** The number of the latest step this page knows of, sent along so that a page that is behind is told so. */
export const SeenContext = createContext(0);

/** `stacked`: a form of several fields, under each other. */
export function StepForm({
  id,
  step,
  stacked = false,
  children,
}: {
  id?: string;
  step: Record<string, string>;
  stacked?: boolean;
  children: ReactNode;
}) {
  const seen = useContext(SeenContext);
  return (
    <Form
      id={id}
      method="post"
      className={stacked ? "step-form-stacked" : "step-form"}
      data-step={step.do}
      preventScrollReset
    >
      <input type="hidden" name="seen" value={seen} />
      {Object.entries(step).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
