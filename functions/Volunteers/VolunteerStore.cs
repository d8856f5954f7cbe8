using System.Security.Cryptography;
using System.Text;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Volunteers;

/// <summary>Cards by village; and the codes that wait to be used, in a partition of their own.</summary>
internal sealed class VolunteerStore(TableClient table, Keys keys, WrongKeys wrong, TimeProvider clock)
{
    public const string Table = "Volunteers";
    const string Codes = "code";

    /// <summary>Without letters that look like another or like a digit.</summary>
    const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>How long a card's code can be used.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromDays(7);

    public static string NewNumber(string village) => $"{village}-{RandomNumberGenerator.GetString(Letters, 5)}";

    public async Task<Volunteer?> FindAsync(string village, string number, CancellationToken stop)
    {
        if (!Volunteer.IsNumber(number) || !number.StartsWith(village, StringComparison.Ordinal))
            return null;
        var row = await table.GetEntityIfExistsAsync(village, number, stop);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>The village's cards, revoked ones too, newest first.</summary>
    public async Task<IReadOnlyList<Volunteer>> AllAsync(string village, CancellationToken stop)
    {
        var cards = new List<Volunteer>();
        await foreach (var row in table.QueryAsync(TableFilter.Create($"PartitionKey eq {village}"), cancellationToken: stop))
            cards.Add(Read(row));
        return [.. cards.OrderByDescending(card => card.Issued)];
    }

    public Task SaveAsync(Volunteer card, CancellationToken stop) => table.UpsertEntityAsync(
        new TableEntity(card.Village, card.Number) { { "Name", card.Name }, { "Phone", card.Phone }, { "Issued", card.Issued }, { "IssuedBy", card.IssuedBy }, { "Revoked", card.Revoked } },
        TableUpdateMode.Replace,
        stop);

    /// <summary>A code of ten letters with which the volunteer ties one conversation to the card.</summary>
    public async Task<(string Code, DateTimeOffset Expires)> NewCodeAsync(Volunteer card, CancellationToken stop)
    {
        await OneTimeRow.SweepAsync(table, Codes, clock.GetUtcNow(), stop);
        var code = RandomNumberGenerator.GetString(Letters, 10);
        var expires = clock.GetUtcNow() + CodeLife;
        await table.UpsertEntityAsync(new TableEntity(Codes, CodeRow(code)) { { "Village", card.Village }, { "Number", card.Number }, { "Expires", expires } }, TableUpdateMode.Replace, stop);
        return (code, expires);
    }

    /// <summary>Uses a code up. Null where it is wrong, was used, has expired or its card was revoked, and where this attempter was wrong too often.</summary>
    /// <param name="code">Capital letters.</param>
    /// <param name="attempter">Who tries: the conversation's id.</param>
    /// <param name="use">Names this use: tried again under the same name, the code still counts.</param>
    public async Task<Volunteer?> RedeemAsync(string code, string attempter, string use, CancellationToken stop)
    {
        var who = $"card|{attempter}";
        if (wrong.TooMany(who))
            return null;
        if (code.Length == 10 && code.All(c => Letters.Contains(c))
            && await OneTimeRow.UseAsync(table, Codes, CodeRow(code), use, clock.GetUtcNow(), stop) is { } kept
            && await FindAsync(kept.GetString("Village")!, kept.GetString("Number")!, stop) is { Revoked: null } card)
            return card;

        wrong.Count(who);
        return null;
    }

    /// <summary>Only this instance can make the row's name from a code.</summary>
    string CodeRow(string code) => Convert.ToHexStringLower(HMACSHA256.HashData(keys.For("card-code"), Encoding.UTF8.GetBytes(code)));

    static Volunteer Read(TableEntity row) => new(
        row.PartitionKey, row.RowKey, row.GetString("Name")!, row.GetString("Phone")!, row.GetDateTimeOffset("Issued")!.Value, row.GetString("IssuedBy") ?? "", row.GetDateTimeOffset("Revoked"));
}
