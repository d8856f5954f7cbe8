using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Volunteers;

/// <summary>Volunteers and their cards (代办员).</summary>
internal static class VolunteerServices
{
    public static IServiceCollection AddVolunteers(this IServiceCollection services) => services
        .AddSingleton(provider => new VolunteerStore(
            provider.GetRequiredService<TableServiceClient>().GetTableClient(VolunteerStore.Table),
            provider.GetRequiredService<Keys>(), provider.GetRequiredService<WrongKeys>(), provider.GetRequiredService<TimeProvider>()));
}
