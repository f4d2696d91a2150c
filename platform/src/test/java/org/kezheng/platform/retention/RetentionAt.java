package org.kezheng.platform.retention;

import java.time.Clock;
import java.time.Duration;
import org.kezheng.platform.recordings.Recordings;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.context.ApplicationContext;

/// The retention of a started platform whose clock is ahead: everything else is the platform's own.
public final class RetentionAt {
    private final Retention retention;

    private RetentionAt(Retention retention) {
        this.retention = retention;
    }

    public static RetentionAt in(ApplicationContext platform, Duration ahead) {
        return new RetentionAt(new Retention(
                platform.getBean(RetentionRows.class),
                platform.getBean(Recordings.class),
                platform.getBean(Terms.Source.class),
                platform.getBean(Books.class),
                Clock.offset(Clock.systemUTC(), ahead)));
    }

    /// Destroys what is due of a client, as the platform does every few seconds.
    public int destroyDue(ClientId client) {
        return retention.destroyDue(client);
    }
}
