import { createLazyFileRoute } from '@tanstack/react-router';
import { FollowUpPage } from '../../features/records/follow-up/FollowUpPage.tsx';

export const Route = createLazyFileRoute('/vuong-mac')({ component: FollowUpPage });
