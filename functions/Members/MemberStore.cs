using System.Globalization;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Members;

/// <summary>Members by village: one row a member in the village's own partition.</summary>
internal sealed class MemberStore(TableClient table)
{
    const string Prefix = "member|";

    public Task SaveAsync(string village, Member member, CancellationToken stop) =>
        table.UpsertEntityAsync(
            new TableEntity(village, Prefix + member.Id)
            {
                { "Name", member.Name },
                { "Tail", member.Tail },
                { "Joined", member.Joined.ToString("yyyy-MM-dd") },
                { "Left", member.Left?.ToString("yyyy-MM-dd") },
            },
            TableUpdateMode.Replace,
            stop);

    /// <summary>The member with that identity number's pseudonym.</summary>
    public async Task<Member?> FindAsync(string village, string pseudonym, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(village, Prefix + pseudonym, stop);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>All members of that name; a village can have two.</summary>
    public async Task<IReadOnlyList<Member>> NamedAsync(string village, string name, CancellationToken stop)
    {
        var members = new List<Member>();
        await foreach (var row in table.QueryAsync($"{TableFilter.RowKeyPrefix(village, Prefix)} and {TableFilter.Create($"Name eq {name}")}", cancellationToken: stop))
            members.Add(Read(row));
        return members;
    }

    /// <summary>Every member that ever was, in no order that says anything.</summary>
    public async Task<IReadOnlyList<Member>> AllAsync(string village, CancellationToken stop)
    {
        var members = new List<Member>();
        await foreach (var row in table.QueryAsync(TableFilter.RowKeyPrefix(village, Prefix), cancellationToken: stop))
            members.Add(Read(row));
        return members;
    }

    static Member Read(TableEntity row) => new(
        row.RowKey[Prefix.Length..], row.GetString("Name")!, row.GetString("Tail")!, Date(row.GetString("Joined"))!.Value, Date(row.GetString("Left")));

    static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
