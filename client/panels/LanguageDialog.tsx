import { t } from '../i18n/messages.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { LanguageChoice } from '../parts/LanguageChoice.tsx';

/** The languages of the game; a choice is for this device alone and changes nothing else. */
export function LanguageDialog(props: { onClose(): void }) {
  return (
    <Dialog title={t('common:language')} onClose={props.onClose}>
      <div class="languages in-dialog">
        {/* Closed as by its own button, so that the focus goes back to where it came from. */}
        <LanguageChoice onChosen={(button) => button.closest('dialog')?.close()} />
      </div>
    </Dialog>
  );
}
