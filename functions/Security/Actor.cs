namespace Shouwang.Functions.Security;

/// <summary>What somebody may do (角色).</summary>
internal enum Role
{
    /// <summary>Of the county: every village (县管理员).</summary>
    Administrator = 0,

    /// <summary>Enters and checks claims of one village, pays (经办人).</summary>
    Officer = 1,

    /// <summary>Approves claims of one village; never the same person as the maker (复核人).</summary>
    Checker = 2,
}

/// <summary>Who acts (操作人). Two actors are one person exactly when their ids are the same.</summary>
/// <param name="Id">Staff id within the village, "administrator" for the instance's own key, or "entra:" and an object id.</param>
/// <param name="Village">The one village a staff member acts for; null for administrators.</param>
internal sealed record Actor(string Id, string Name, Role Role, string? Village)
{
    /// <summary>Whoever holds the instance's own key.</summary>
    public static Actor KeyHolder { get; } = new("administrator", "县管理员", Role.Administrator, null);

    /// <summary>Whether this person may act for that village at all.</summary>
    public bool ActsFor(string village) => Role == Role.Administrator || Village == village;
}
