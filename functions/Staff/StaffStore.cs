using System.Security.Cryptography;
using System.Text;
using Azure;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Staff;

/// <summary>Staff of the villages, one partition a village; and the link codes that wait to be used, in a partition of their own.</summary>
internal sealed class StaffStore(TableClient table, Keys keys, WrongKeys wrong, TimeProvider clock)
{
    public const string Table = "Staff";
    const string Links = "link";

    /// <summary>How long a link code can be used.</summary>
    public static readonly TimeSpan LinkCodeLife = TimeSpan.FromHours(24);

    public async Task<StaffMember?> FindAsync(string village, string id, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(village, id, stop);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>The village's staff, those who were revoked too, by id.</summary>
    public async Task<IReadOnlyList<StaffMember>> AllAsync(string village, CancellationToken stop)
    {
        var staff = new List<StaffMember>();
        await foreach (var row in table.QueryAsync(TableFilter.Create($"PartitionKey eq {village}"), cancellationToken: stop))
            staff.Add(Read(row));
        return staff;
    }

    /// <summary>Whether the person is on the staff now; ask before every act that rests on an earlier sign-in.</summary>
    public async Task<Actor?> ActorAsync(string village, string id, CancellationToken stop) =>
        await FindAsync(village, id, stop) is { Revoked: null } member ? member.Actor : null;

    /// <summary>Keeps the facts of a member; the key stays as it is.</summary>
    public Task SaveAsync(StaffMember member, CancellationToken stop) => table.UpsertEntityAsync(Row(member), TableUpdateMode.Merge, stop);

    /// <summary>Keeps the member with a new key; the one before opens nothing any more.</summary>
    /// <returns>The key, to be shown this once.</returns>
    public async Task<PersonalKey> IssueAsync(StaffMember member, CancellationToken stop)
    {
        var key = PersonalKey.New(member.Village, member.Id);
        var row = Row(member);
        row["KeyHash"] = key.Hash();
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, stop);
        return key;
    }

    /// <summary>Lets the person in no longer. The row stays.</summary>
    /// <returns>False where there is no such person.</returns>
    public async Task<bool> RevokeAsync(string village, string id, CancellationToken stop)
    {
        if (await FindAsync(village, id, stop) is not { } member)
            return false;
        await table.UpsertEntityAsync(Row(member with { Revoked = member.Revoked ?? clock.GetUtcNow() }), TableUpdateMode.Replace, stop);
        return true;
    }

    /// <summary>Whose key it is; null where it is nobody's, or was revoked.</summary>
    public async Task<Actor?> SignInAsync(PersonalKey key, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(key.Village, key.Staff, stop);
        // The hash is compared in any case, so that the time taken does not tell whether the person exists.
        var kept = row.HasValue ? row.Value!.GetBinary("KeyHash") : null;
        return CryptographicOperations.FixedTimeEquals(kept ?? new byte[SHA256.HashSizeInBytes], key.Hash()) && kept is not null && Read(row.Value!) is { Revoked: null } member
            ? member.Actor
            : null;
    }

    /// <summary>A code of ten digits with which the person ties one conversation to himself.</summary>
    public async Task<(string Code, DateTimeOffset Expires)> NewLinkCodeAsync(StaffMember member, CancellationToken stop)
    {
        await OneTimeRow.SweepAsync(table, Links, clock.GetUtcNow(), stop);
        var code = RandomNumberGenerator.GetString("0123456789", 10);
        var expires = clock.GetUtcNow() + LinkCodeLife;
        await table.UpsertEntityAsync(
            new TableEntity(Links, LinkRow(code)) { { "Village", member.Village }, { "Staff", member.Id }, { "Expires", expires } }, TableUpdateMode.Replace, stop);
        return (code, expires);
    }

    /// <summary>Uses a link code up. Null where the code is wrong, was used, or has expired, and where this attempter was wrong too often.</summary>
    /// <param name="code">As typed: full-width digits, spaces and hyphens do no harm.</param>
    /// <param name="attempter">Who tries: the conversation's id.</param>
    /// <param name="use">Names this use: tried again under the same name, the code still counts. The attempter's name where none is given.</param>
    public async Task<Actor?> RedeemLinkCodeAsync(string code, string attempter, CancellationToken stop, string? use = null)
    {
        var digits = string.Concat(code.Where(c => !char.IsWhiteSpace(c) && c != '-').Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));
        var who = $"link|{attempter}";
        if (wrong.TooMany(who))
            return null;
        if (digits.Length == 10 && digits.All(char.IsAsciiDigit)
            && await OneTimeRow.UseAsync(table, Links, LinkRow(digits), use ?? attempter, clock.GetUtcNow(), stop) is { } link)
            return await ActorAsync(link.GetString("Village")!, link.GetString("Staff")!, stop);

        wrong.Count(who);
        return null;
    }

    /// <summary>Ten digits could be tried out against a plain hash.</summary>
    string LinkRow(string code) => Convert.ToHexStringLower(HMACSHA256.HashData(keys.For("link-code"), Encoding.UTF8.GetBytes(code)));

    static TableEntity Row(StaffMember member) => new(member.Village, member.Id)
    {
        { "Name", member.Name },
        { "Phone", member.Phone },
        { "Role", StaffMember.Word(member.Role) },
        { "Issued", member.Issued },
        { "Revoked", member.Revoked },
    };

    static StaffMember Read(TableEntity row) => new(
        row.PartitionKey, row.RowKey, row.GetString("Name")!, row.GetString("Phone")!, row.GetString("Role") == "checker" ? Role.Checker : Role.Officer,
        row.GetDateTimeOffset("Issued")!.Value, row.GetDateTimeOffset("Revoked"));
}
