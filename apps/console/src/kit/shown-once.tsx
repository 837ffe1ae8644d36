import { App, Button, Modal } from 'antd';
import { useKitWords } from './words.js';
import './kit.css';

interface ShownOnce {
  title: string;
  hint: string;
  secret: string;
  onClose(): void;
}

/** A password or key that nobody can look up later: it is left only on purpose. */
export function ShownOnce({ title, hint, secret, onClose }: ShownOnce) {
  const t = useKitWords();
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      void message.success(t('copied'));
    } catch {
      void message.warning(t('copyByHand'));
    }
  };
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={<><Button onClick={() => void copy()}>{t('copy')}</Button><Button type="primary" onClick={onClose}>{t('noted')}</Button></>}
    >
      <p className="quiet">{hint}</p>
      <code className="kit-secret">{secret}</code>
    </Modal>
  );
}
