import { words } from '../words/language.js';

const KINDS = ['complaint', 'request', 'consultation', 'suggestion', 'dispute', 'report'] as const;

export function KindChoice({ value, disabled, onChange }: { value: string; disabled: boolean; onChange: (kind: string) => void }) {
  const { report, kind, kindMeans, optional } = words();
  return (
    <fieldset class="field kinds" disabled={disabled}>
      <legend>
        {report.kind}
        <small>{optional}</small>
      </legend>
      <div>
        {KINDS.map((one) => (
          <label key={one} class={value === one ? 'is-chosen' : ''}>
            {/* A second tap takes the choice back: one may also not know. */}
            <input type="checkbox" checked={value === one} onChange={() => onChange(value === one ? '' : one)} />
            <b>{kind[one]}</b>
            <span>{kindMeans[one]}</span>
          </label>
        ))}
      </div>
      <p class="hint">{report.kindHint}</p>
    </fieldset>
  );
}
