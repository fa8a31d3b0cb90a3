import type { ReactNode } from "react";
import { Blade } from "../blade/blade.tsx";
import { StopMark } from "../stop-mark/stop-mark.tsx";

/** The post that a long page stands on. Holds stops. */
export function Post({ children }: { children: ReactNode }) {
  return <div className="post">{children}</div>;
}

export type PostStopProps = { number: number; id: string; heading: ReactNode; children: ReactNode };

/** A section of the page: a numbered stop on the post. */
export function PostStop({ number, id, heading, children }: PostStopProps) {
  return (
    <section className="post-stop" id={id} aria-labelledby={`${id}-heading`}>
      <StopMark number={number} size="large" />
      <h2 id={`${id}-heading`}>{heading}</h2>
      {children}
    </section>
  );
}

export type BranchProps = { id: string; blade: ReactNode; heading: ReactNode; lead?: ReactNode; children?: ReactNode };

/** A goal: its blade is nailed to the post and points at its sentence. */
export function Branch({ id, blade, heading, lead, children }: BranchProps) {
  return (
    <article className="branch" id={id} aria-labelledby={`${id}-heading`}>
      <Blade href={`#${id}`}>{blade}</Blade>
      <h3 id={`${id}-heading`}>{heading}</h3>
      {lead && <div className="branch-lead">{lead}</div>}
      {children}
    </article>
  );
}
