using System.Security.Cryptography;
using System.Text;
using Azure;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.Bills;

namespace Shouwang.Functions.Claims;

/// <summary>Who used a settlement sheet.</summary>
internal sealed record SheetUse(string Village, string Claim);

/// <summary>Settlement sheets that were paid on, over all villages of the county (结算单登记): one sheet is paid once. Keys are hashes that only this instance can make, a partition each.</summary>
internal sealed class SheetRegister(TableClient table, Keys keys, ClaimStore claims, TimeProvider clock)
{
    public const string Table = "Sheets";
    const string Row = "sheet";

    /// <summary>An approval that took a sheet and died is waited for so long.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>The other claim that a sheet of this stay is used for; null where it is free.</summary>
    public async Task<SheetUse?> FindAsync(StayPapers stay, string village, string claim, CancellationToken stop)
    {
        foreach (var key in Keys(stay))
        {
            if (await HeldAsync(key, village, claim, stop) is { Other: { } other })
                return other;
        }

        return null;
    }

    /// <summary>Takes every sheet of the stay for the claim; again is once.</summary>
    /// <returns>The other claim that has one of them; null where all are this claim's now.</returns>
    public async Task<SheetUse?> ReserveAsync(StayPapers stay, string village, string claim, CancellationToken stop)
    {
        foreach (var key in Keys(stay))
        {
            while (true)
            {
                var (other, row) = await HeldAsync(key, village, claim, stop);
                if (other is not null)
                    return other;
                var mine = new TableEntity(key, Row) { { "Village", village }, { "Claim", claim }, { "At", clock.GetUtcNow() } };
                try
                {
                    if (row is null)
                        await table.AddEntityAsync(mine, stop);
                    else
                        await table.UpdateEntityAsync(mine, row.ETag, TableUpdateMode.Replace, stop);
                    break;
                }
                catch (RequestFailedException lost) when (lost.Status is 409 or 412)
                {
                    // Somebody else took it in between: look who.
                }
            }
        }

        return null;
    }

    /// <summary>A sheet held by a claim that came to nothing is free.</summary>
    async Task<(SheetUse? Other, TableEntity? Row)> HeldAsync(string key, string village, string claim, CancellationToken stop)
    {
        var found = await table.GetEntityIfExistsAsync(key, Row, stop);
        if (!found.HasValue)
            return (null, null);
        var row = found.Value!;
        var use = new SheetUse(row.GetString("Village")!, row.GetString("Claim")!);
        if (use == new SheetUse(village, claim))
            return (null, row);
        var awarded = await claims.ProgressAsync(use.Village, use.Claim, stop) is { Award.Amount.Value: > 0 };
        return (awarded || clock.GetUtcNow() - row.GetDateTimeOffset("At") < Patience ? use : null, row);
    }

    /// <summary>In one order for everybody, so that two that share several cannot each take one and wait.</summary>
    string[] Keys(StayPapers stay) => [.. Names(stay).Select(Hash).Order(StringComparer.Ordinal)];

    static IEnumerable<string> Names(StayPapers stay)
    {
        // A short number may be a hospital's own count: the date and the total make it the county's.
        if (Plain(stay.SettlementNumber) is { Length: > 0 } number)
            yield return number.Length >= 10 ? $"settlement|{number}" : $"settlement|{number}|{stay.Discharged:yyyyMMdd}|{stay.Total}";
        if (Plain(stay.BillNumber) is { Length: > 0 } bill)
            yield return $"bill|{Plain(stay.BillCode)}|{bill}|{stay.Discharged:yyyyMMdd}";
        // One person, one day of discharge, one total: one stay, whatever number was read off the photo.
        yield return $"stay|{stay.Name}|{stay.Discharged:yyyyMMdd}|{stay.Total}|{Plain(stay.Hospital)}";
    }

    string Hash(string name) => Convert.ToHexStringLower(HMACSHA256.HashData(keys.For("settlement-sheet"), Encoding.UTF8.GetBytes(name)));

    static string? Plain(string? text) => text is null ? null : string.Concat(text.Where(char.IsLetterOrDigit).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)).ToUpperInvariant();
}
