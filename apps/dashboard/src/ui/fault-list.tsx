import classes from './fault-list.module.css';

/** What is wrong with one of several things. */
export interface NamedFault {
  name: string;
  detail: string;
}

const SHOWN = 8;

/** Things with what is wrong with each, the first of many. */
export function FaultList({ faults }: { faults: readonly NamedFault[] }) {
  const more = faults.length - SHOWN;
  return (
    <ul className={`quiet-list ${classes.faults}`}>
      {faults.slice(0, SHOWN).map(({ name, detail }, index) => (
        <li key={index} className="unbroken">
          {name !== '' && <strong>{name}: </strong>}
          {detail}
        </li>
      ))}
      {more > 0 && <li>and {more.toLocaleString('en-GB')} more</li>}
    </ul>
  );
}
