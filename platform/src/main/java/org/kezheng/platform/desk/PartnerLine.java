package org.kezheng.platform.desk;

import org.kezheng.acd.engine.ContactId;
import org.kezheng.platform.callflow.GatePass;

/// The call flow, as far as handing a caller to somebody outside needs it. Nothing is answered: moments are
/// told.
public interface PartnerLine {

    /// Somebody outside is called, and the caller goes over when they answer.
    void transfer(ContactId caller, GatePass pass);

    /// Somebody outside is called, and the agent talks with them when they answer.
    void consult(ContactId caller, GatePass pass);

    /// The agent changes between the caller and whom was consulted.
    void swap(ContactId caller);

    /// Whoever was consulted hears the agent, and the caller who is taken back.
    void confer(ContactId caller);

    /// The caller is left to whom was consulted.
    void complete(ContactId caller);

    /// The agent wants the caller back.
    void withdraw(ContactId caller);
}
