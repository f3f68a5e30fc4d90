import AssessmentPluginKit
import ElderCare

await PluginService.run(ElderCareConsumption())
