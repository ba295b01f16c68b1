import './modal.css';
import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal as Base, ModalOverlay } from 'react-aria-components/Modal';

/** Something that is asked before anything else goes on; Escape and a click beside it leave it. */
export function Modal({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(isOpen) => isOpen || onClose()} className="modal-ground">
      <Base className="modal">
        <Dialog className="modal-dialog">
          <Heading slot="title" className="modal-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Base>
    </ModalOverlay>
  );
}
