package org.kezheng.platform.lines;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kezheng.crm.consents.NuisanceMarks;
import org.kezheng.crm.customers.Customers;
import org.kezheng.platform.flows.Fact;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;

/// What is known of a caller before the flow begins. Nobody waits long for it: a caller of whom nothing can be found
/// out in time is unknown.
public final class WhoCalls {
    private static final long PATIENCE_MILLIS = 800;

    private final Customers customers;
    private final NuisanceMarks nuisances;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    public WhoCalls(Customers customers, NuisanceMarks nuisances) {
        this.customers = customers;
        this.nuisances = nuisances;
    }

    /// Blocks for at most [#PATIENCE_MILLIS].
    public Set<Fact> of(ClientId client, SecretString number) {
        CompletableFuture<Set<Fact>> facts = CompletableFuture.supplyAsync(() -> lookUp(client, number), threads);
        try {
            return facts.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            return Set.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }

    private Set<Fact> lookUp(ClientId client, SecretString number) {
        return ClientScope.call(client, () -> {
            EnumSet<Fact> facts = EnumSet.noneOf(Fact.class);
            customers.findByNumber(number).ifPresent(customer -> {
                facts.add(Fact.KNOWN);
                if (customer.isVip()) {
                    facts.add(Fact.VIP);
                }
            });
            if (NormalisedNumber.of(number.reveal()).filter(nuisances::holds).isPresent()) {
                facts.add(Fact.NUISANCE);
            }
            return facts;
        });
    }
}
