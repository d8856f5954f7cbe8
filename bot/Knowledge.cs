namespace Shouwang.Bot;

/// <summary>What the bot knows when it answers (所知); loaded by the shell for this conversation alone.</summary>
public sealed record Knowledge
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>Villages this instance serves: code and name.</summary>
    public IReadOnlyList<VillageView> Villages { get; init; } = [];

    /// <summary>The open folder's papers, oldest first.</summary>
    public IReadOnlyList<PaperView> Papers { get; init; } = [];

    /// <summary>What is wrong with the folder as a whole, in Chinese sentences: two people's papers, totals that differ.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>Claims made from this conversation, newest first.</summary>
    public IReadOnlyList<ClaimView> Claims { get; init; } = [];

    /// <summary>The plan in force in this conversation's village; null where there is none or it was not loaded.</summary>
    public PlanView? Plan { get; init; }

    /// <summary>Finds what the plan gives for an illness as people call it; null where no plan is in force. Pure.</summary>
    public Func<string, DiseaseLookedUp>? LookUp { get; init; }

    /// <summary>Set when the person is the village officer and has shown it: the claims that wait for them, oldest first.</summary>
    public OfficerView? Officer { get; init; }

    /// <summary>Set when the person holds a volunteer's card that the officer issued and has not revoked.</summary>
    public VolunteerView? Volunteer { get; init; }

    /// <summary>Whether the channel shows Adaptive Cards; without them the text form is sent.</summary>
    public bool Cards { get; init; } = true;
}

/// <summary>A village as the conversation shows it (村).</summary>
public sealed record VillageView(string Code, string Name, string OfficerName, string OfficerPhone, string EntryLine)
{
    /// <summary>How and where aid is handed out, one Chinese sentence; null where the village has not said.</summary>
    public string? Paying { get; init; }
}

/// <summary>A village's plan as the conversation shows it (补助方案).</summary>
/// <param name="Resolution">The resolution that adopted it: date and body.</param>
/// <param name="YearlyCap">Null where the charter sets none.</param>
public sealed record PlanView(string Version, string Resolution, string EntryLine, string? YearlyCap);

/// <summary>A catalogue entry with the village's sum for it (病种).</summary>
/// <param name="Sum">"1,200.00"; null where the plan has no figure for it.</param>
public sealed record DiseaseView(string Code, string Name, bool Serious, string? Sum, string? SumInCapitals);

/// <summary>The village officer (经办人) in person.</summary>
public sealed record OfficerView(string Name, IReadOnlyList<ClaimView> Pending);

/// <summary>A volunteer (代办员).</summary>
/// <param name="Card">Number of the card, which anyone can check.</param>
/// <param name="People">Names of those who asked the volunteer to act for them.</param>
public sealed record VolunteerView(string Card, IReadOnlyList<string> People);

/// <summary>A paper as the conversation shows it (单据).</summary>
/// <param name="Kind">Name of <c>PaperKind</c> in kebab case: "discharge-record".</param>
/// <param name="State">waiting, read, unreadable.</param>
/// <param name="Advice">For an unreadable one: what to do better, in Chinese.</param>
/// <param name="Person">Name on the paper.</param>
public sealed record PaperView(string Hash, string State, string? Kind, string? Advice, string? Person, string? Hospital, string? Total, IReadOnlyList<string> Doubts);

/// <summary>A claim as the conversation shows it (补助申请): amounts "12,345.67", sentences ready to say.</summary>
/// <param name="Amount">What the village pays; null where it cannot be said yet.</param>
/// <param name="AmountInCapitals">The same in capitals: 壹仟贰佰元整.</param>
/// <param name="Layers">Every layer: its everyday name and its amount.</param>
/// <param name="Why">The explanation, one sentence an element.</param>
/// <param name="State">received, checked, approved, published, paid, returned or refused.</param>
public sealed record ClaimView(
    string Id,
    string Person,
    string Hospital,
    string Admitted,
    string Discharged,
    string Disease,
    string Total,
    string? Amount,
    string? AmountInCapitals,
    string Borne,
    IReadOnlyList<LayerView> Layers,
    IReadOnlyList<string> Why,
    IReadOnlyList<string> Missing,
    string State);

/// <summary>One line of the amounts table.</summary>
public sealed record LayerView(string Name, string Amount);
