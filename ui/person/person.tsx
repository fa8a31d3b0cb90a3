import type { ReactNode } from "react";

export type PersonProps = { name: string; job?: ReactNode; href?: string | undefined };

/** A name and what this person does here. No picture: people are not judged by one. */
export function Person({ name, job, href }: PersonProps) {
  return (
    <span className="person">
      {href ? <a href={href}>{name}</a> : <b>{name}</b>}
      {job && <span>, {job}</span>}
    </span>
  );
}
