using Azure;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Claims;

namespace Shouwang.Functions.Claims;

/// <summary>A claim as it lies there.</summary>
/// <param name="Pending">What the last event still has to do; null when all is done.</param>
internal sealed record StoredClaim(Claim Claim, ClaimProgress Progress, Pending? Pending, string Document, ETag ETag);

/// <summary>What has to follow a move that is decided (未了事项): the posting, then telling people. Kept with the claim until both are done.</summary>
/// <param name="Before">The claim before the move, for taking it back where the ledger refuses.</param>
/// <param name="FeeShare">As the charter said when the move was made; in basis points.</param>
internal sealed record Pending(string From, string To, MoneyMove? Money, ClaimProgress Before, int FeeShare, Rounding FeeRounding);

/// <summary>A claim in a list, from its row alone.</summary>
internal sealed record ClaimSummary(string Id, string State, string Person, string? Disease, DateOnly Discharged, DateTimeOffset Received, string Document, ClaimProgress Progress);
