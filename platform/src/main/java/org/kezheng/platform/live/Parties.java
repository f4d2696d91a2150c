package org.kezheng.platform.live;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import org.kezheng.crm.customers.CustomerView;
import org.kezheng.crm.customers.Customers;
import org.kezheng.crm.masking.Masking;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who the other party of a living contact is. The masked number is there at once; the customer is looked up apart, so
/// that neither the engine nor a desk waits for PostgreSQL.
public final class Parties {
    private static final Logger LOG = LoggerFactory.getLogger(Parties.class);
    private static final int MAX_LOOK_UPS = 8;

    private final ConfidentialLog log;
    private final Customers customers;
    private final Map<Long, ContactView.Party> known = new ConcurrentHashMap<>();
    /// Contacts whose customer could not be looked up when it was tried.
    private final Set<Long> unanswered = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(MAX_LOOK_UPS);

    public Parties(ConfidentialLog log, Customers customers) {
        this.log = log;
        this.customers = customers;
    }

    Optional<ContactView.Party> of(long contact) {
        ContactView.Party found = known.get(contact);
        return found != null
                ? Optional.of(found)
                : log.numberOf(contact).map(number -> new ContactView.Party(null, null, Masking.number(number)));
    }

    /// Looks the customer up on a thread of its own and tells when there is one.
    void lookUp(long contact, ClientId client, LongConsumer found) {
        Optional<SecretString> number = log.numberOf(contact);
        if (number.isEmpty() || known.containsKey(contact)) {
            return;
        }
        Thread.ofVirtual().name("kezheng-pop").start(() -> {
            places.acquireUninterruptibly();
            try {
                unanswered.remove(contact);
                Optional<CustomerView> customer = ClientScope.call(client, () -> customers.findByNumber(number.get()));
                customer.ifPresent(view -> {
                    known.put(
                            contact,
                            new ContactView.Party(
                                    Long.toString(view.id().value()), view.maskedName(), view.maskedNumber()));
                    found.accept(contact);
                });
            } catch (RuntimeException failure) {
                unanswered.add(contact);
                LOG.info("The customer of contact {} cannot be looked up now", contact);
            } finally {
                places.release();
            }
        });
    }

    /// The contacts whose look-up failed; each is given once.
    Set<Long> takeUnanswered() {
        Set<Long> taken = Set.copyOf(unanswered);
        unanswered.removeAll(taken);
        return taken;
    }

    void forget(long contact) {
        unanswered.remove(contact);
        known.remove(contact);
    }
}
