using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure;
using Shouwang.Functions.Http;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Villages;

/// <summary>Villages and their members. One partition a village: the row "village" and one row a member.</summary>
internal sealed class VillageStore(TableClient table)
{
    public const string Table = "Villages";
    const string Row = "village";
    const string MemberPrefix = "member|";

    public async Task<Village?> FindAsync(string code, CancellationToken stop)
    {
        if (code.Length != 12 || !code.All(char.IsAsciiDigit))
            return null;
        var row = await table.GetEntityIfExistsAsync(code, Row, stop);
        return row.HasValue ? Read(row.Value!) : null;
    }

    public async Task<IReadOnlyList<Village>> AllAsync(CancellationToken stop)
    {
        var villages = new List<Village>();
        await foreach (var row in table.QueryAsync(TableFilter.Create($"RowKey eq {Row}"), cancellationToken: stop))
            villages.Add(Read(row));
        return villages;
    }

    public Task SaveAsync(Village village, CancellationToken stop) =>
        table.UpsertEntityAsync(new TableEntity(village.Code, Row) { { "Json", Encoding.UTF8.GetString(JsonText.Utf8(village.Write)) } }, TableUpdateMode.Replace, stop);

    public Task SaveAsync(string village, Member member, CancellationToken stop) =>
        table.UpsertEntityAsync(
            new TableEntity(village, MemberPrefix + member.Id)
            {
                { "Name", member.Name },
                { "Tail", member.Tail },
                { "Joined", member.Joined.ToString("yyyy-MM-dd") },
                { "Left", member.Left?.ToString("yyyy-MM-dd") },
            },
            TableUpdateMode.Replace,
            stop);

    /// <summary>The member with that identity number's pseudonym.</summary>
    public async Task<Member?> MemberAsync(string village, string pseudonym, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(village, MemberPrefix + pseudonym, stop);
        return row.HasValue ? ReadMember(row.Value!) : null;
    }

    /// <summary>All members of that name; a village can have two.</summary>
    public async Task<IReadOnlyList<Member>> MembersNamedAsync(string village, string name, CancellationToken stop)
    {
        var members = new List<Member>();
        await foreach (var row in table.QueryAsync($"{TableFilter.RowKeyPrefix(village, MemberPrefix)} and {TableFilter.Create($"Name eq {name}")}", cancellationToken: stop))
            members.Add(ReadMember(row));
        return members;
    }

    static Village Read(TableEntity row)
    {
        using var document = JsonDocument.Parse(row.GetString("Json")!);
        return Village.Read(row.PartitionKey, new JsonInput(document.RootElement, ""));
    }

    static Member ReadMember(TableEntity row) => new(
        row.RowKey[MemberPrefix.Length..], row.GetString("Name")!, row.GetString("Tail")!, Date(row.GetString("Joined"))!.Value, Date(row.GetString("Left")));

    static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
