import './kit.css';

export { Badge, type Tone, toneOfVerdict, VerdictBadge } from './badge.js';
export { Button } from './button.js';
export { Card, Empty, Skeleton } from './card.js';
export { Field } from './field.js';
export { Modal } from './modal.js';
export { ViewLink } from './view-link.js';
