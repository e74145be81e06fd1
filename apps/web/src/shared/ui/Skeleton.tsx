import styles from './Skeleton.module.css';

interface SkeletonProps {
  readonly width?: string;
  readonly height?: string;
}

/** A grey block in the place of something that is still loading. */
export function Skeleton({ width = '100%', height = '1em' }: SkeletonProps) {
  return <span aria-hidden="true" className={styles['block']} style={{ width, height }} />;
}
